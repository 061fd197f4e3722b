package dev.caspian;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/**
 * Nobody looks for members of classes while an application runs: a native image would not have them, and least of all those
 * of generated classes.
 */
public final class ReflectionRule {

    private static final String OF_CLASS =
            "forName|newInstance|getRecordComponents" + "|get(Declared)?(Method|Field|Constructor)s?";

    private ReflectionRule() {}

    /**
     * The rule.
     *
     * @param places names of classes that may reflect, each for a reason that it tells
     */
    public static ArchRule of(Set<String> places) {
        return noClasses()
                .that(describe("are not " + places, (JavaClass type) -> !places.contains(type.getFullName())))
                .should()
                .accessTargetWhere(describe(
                        "reflects",
                        (JavaAccess<?> access) ->
                                access.getTarget() instanceof CodeUnitAccessTarget called && isReflection(called)));
    }

    private static boolean isReflection(CodeUnitAccessTarget called) {
        String owner = called.getOwner().getFullName();
        return switch (owner) {
            case "java.lang.Class" -> called.getName().matches(OF_CLASS);
            case "java.lang.ClassLoader" -> called.getName().equals("loadClass");
            case "java.lang.invoke.MethodHandles$Lookup" -> called.getName().matches("find.*|unreflect.*");
            // Arrays have no members.
            case "java.lang.reflect.Array" -> false;
            default -> owner.startsWith("java.lang.reflect.");
        };
    }
}
