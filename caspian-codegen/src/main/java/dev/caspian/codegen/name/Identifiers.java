package dev.caspian.codegen.name;

import java.util.Locale;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** How words of a schema become words of Java. */
public final class Identifiers {

    // The Java Language Specification, 3.9: names that a class cannot have, and that confuse elsewhere.
    private static final Set<String> CONTEXTUAL = Set.of("record", "sealed", "permits", "var", "yield");

    // The first parts of qualified names in generated code: a type or a variable of that name would hide the package.
    private static final Set<String> PACKAGES = Set.of("com", "dev", "java", "javax", "org");

    private Identifiers() {}

    static boolean isKeyword(String name) {
        return SourceVersion.isKeyword(name, SourceVersion.RELEASE_17);
    }

    static boolean isRefusedAsType(String name) {
        return isKeyword(name) || CONTEXTUAL.contains(name);
    }

    /** Whether code in a package may begin a qualified name with this one. */
    static boolean isPackage(String name, String packageName) {
        return PACKAGES.contains(name) || packageName.split("\\.", 2)[0].equals(name);
    }

    /** How a class calls its own method of this name: a call of {@code yield} would be a statement of that name. */
    public static String call(String method) {
        return method.equals("yield") ? "this.yield" : method;
    }

    /** {@code createdAt} becomes {@code CREATED_AT}, {@code URLThing} becomes {@code URL_THING}. */
    public static String upperSnake(String name) {
        StringBuilder snake = new StringBuilder(name.length() + 4);
        for (int i = 0; i < name.length(); i++) {
            if (i > 0 && startsWord(name, i) && snake.charAt(snake.length() - 1) != '_') {
                snake.append('_');
            }
            snake.append(name.charAt(i));
        }
        return snake.toString().toUpperCase(Locale.ROOT);
    }

    private static boolean startsWord(String name, int i) {
        if (!Character.isUpperCase(name.charAt(i))) {
            return false;
        }
        boolean afterCapital = Character.isUpperCase(name.charAt(i - 1));
        boolean beforeSmall = i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1));
        return !afterCapital || beforeSmall;
    }

    /** {@code orgId_userId} becomes {@code orgIdUserId}. */
    public static String camel(String name) {
        StringBuilder camel = new StringBuilder(name.length());
        boolean startsWord = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '_') {
                startsWord = !camel.isEmpty();
            } else {
                camel.append(startsWord ? Character.toUpperCase(c) : c);
                startsWord = false;
            }
        }
        return camel.isEmpty() ? name : camel.toString();
    }

    /** {@code title} becomes {@code Title}. */
    public static String capitalised(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** {@code UserRole} becomes {@code userRole}, as Prisma names the model's queries. */
    public static String decapitalised(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
