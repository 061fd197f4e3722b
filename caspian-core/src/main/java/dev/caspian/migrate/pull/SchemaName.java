package dev.caspian.migrate.pull;

import dev.caspian.psl.analyse.NameResolver;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes names of the schema language from names of the database. Stateless. */
final class SchemaName {

    private static final Pattern LEADING = Pattern.compile("^[^A-Za-z]+");
    private static final Pattern STRANGE = Pattern.compile("[^A-Za-z0-9_]");
    private static final String RENAMED = "Renamed";

    private SchemaName() {}

    /** The name with what no name can hold left out or replaced; empty if there is no letter in it. */
    static String of(String databaseName) {
        String started = LEADING.matcher(databaseName).replaceFirst("");
        return STRANGE.matcher(started).replaceAll("_");
    }

    /** The name of a model, view or enum: another word where the language needs it for itself. */
    static String ofType(String databaseName) {
        String name = of(databaseName);
        if (name.isEmpty()) {
            return "Unnamed";
        }
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
