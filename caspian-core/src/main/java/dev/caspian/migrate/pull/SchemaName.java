package dev.caspian.migrate.pull;

import dev.caspian.psl.analyse.NameResolver;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes names of the schema language from names of the database. Stateless. */
final class SchemaName {

    private static final Pattern LEADING = Pattern.compile("^[^A-Za-z]+");
    private static final Pattern STRANGE = Pattern.compile("[^A-Za-z0-9_]");
    private static final Pattern NO_DIGITS = Pattern.compile("[^0-9]");
    private static final String UNNAMED = "unnamed";
    private static final String RENAMED = "Renamed";

    private SchemaName() {}

    /** The name with what no name can hold left out or replaced. */
    static String of(String databaseName) {
        String started = LEADING.matcher(databaseName).replaceFirst("");
        if (!started.isEmpty()) {
            return STRANGE.matcher(started).replaceAll("_");
        }
        String rest = NO_DIGITS.matcher(databaseName).replaceAll("");
        return rest.isEmpty() ? UNNAMED : UNNAMED + "_" + rest;
    }

    /** Whether nothing of the database's name is left. */
    static boolean isMadeUp(String databaseName) {
        return LEADING.matcher(databaseName).replaceFirst("").isEmpty();
    }

    /** The name of a model, view or enum: another word where the language needs it for itself. */
    static String ofType(String databaseName) {
        String name = of(databaseName);
        return NameResolver.isTaken(name) ? RENAMED + name : name;
    }

    /** Names of the database as the middle of a longer name. */
    static String joined(List<String> databaseNames) {
        return STRANGE.matcher(String.join("_", databaseNames)).replaceAll("_");
    }

    /** The name, or the name with the first number behind it that nobody has taken. Takes it. */
    static String unique(String wanted, Set<String> taken) {
        String name = wanted;
        for (int i = 2; !taken.add(name); i++) {
            name = wanted + "_" + i;
        }
        return name;
    }
}
