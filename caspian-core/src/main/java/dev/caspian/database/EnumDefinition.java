package dev.caspian.database;

import java.util.List;

/**
 * An enum type of the database.
 *
 * @param values what is stored, in the order of the type
 */
public record EnumDefinition(QualifiedName name, List<String> values) {

    public EnumDefinition {
        values = List.copyOf(values);
    }
}
