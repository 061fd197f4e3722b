package dev.caspian.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An {@code enum} block.
 *
 * @param name its name in the schema
 * @param databaseName its name in the database: the name, or what {@code @@map} says
 * @param namespace the database schema from {@code @@schema}, or null for the default one
 * @param documentation the {@code ///} comment, or null
 * @param values its values, in the order of the schema
 */
public record EnumType(
        String name,
        String databaseName,
        @Nullable String namespace,
        @Nullable String documentation,
        List<Value> values) {

    public EnumType {
        values = List.copyOf(values);
    }

    /**
     * One value of the enum.
     *
     * @param name the name in the schema
     * @param databaseName what is stored: the name, or what {@code @map} says
     * @param documentation the {@code ///} comment, or null
     */
    public record Value(
            String name, String databaseName, @Nullable String documentation) {}
}
