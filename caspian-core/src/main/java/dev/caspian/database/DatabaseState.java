package dev.caspian.database;

import java.util.List;
import java.util.Optional;

/**
 * Everything that migrations create and drop in one database. Immutable.
 *
 * @param namespaces the database schemas, empty where the database has none
 * @param tables in the order in which a script creates them
 * @param enums the enum types, empty where an enum is part of its column
 * @param extensions the extensions of PostgreSQL, by name
 * @param renames former names that a schema tells of; empty for a live database
 */
public record DatabaseState(
        List<String> namespaces,
        List<Table> tables,
        List<EnumDefinition> enums,
        List<Extension> extensions,
        List<Rename> renames) {

    public DatabaseState {
        namespaces = List.copyOf(namespaces);
        tables = List.copyOf(tables);
        enums = List.copyOf(enums);
        extensions = List.copyOf(extensions);
        renames = List.copyOf(renames);
    }

    /** A database without extensions. */
    public DatabaseState(List<String> namespaces, List<Table> tables, List<EnumDefinition> enums) {
        this(namespaces, tables, enums, List.of(), List.of());
    }

    /** The same database with other tables. */
    public DatabaseState with(List<Table> otherTables) {
        return new DatabaseState(namespaces, otherTables, enums, extensions, renames);
    }

    /** A database in which nothing was created yet. */
    public static DatabaseState empty() {
        return new DatabaseState(List.of(), List.of(), List.of());
    }

    /** What bears a name that something in the other state bears too. */
    public DatabaseState namedIn(DatabaseState other) {
        return new DatabaseState(
                namespaces,
                tables.stream()
                        .filter(table -> other.table(table.name()).isPresent())
                        .toList(),
                enums.stream()
                        .filter(type -> other.enumDefinition(type.name()).isPresent())
                        .toList(),
                extensions.stream()
                        .filter(extension -> other.extensions.stream()
                                .anyMatch(named -> named.name().equals(extension.name())))
                        .toList(),
                renames);
    }

    public Optional<Table> table(QualifiedName name) {
        return tables.stream().filter(table -> table.name().equals(name)).findFirst();
    }

    public Optional<EnumDefinition> enumDefinition(QualifiedName name) {
        return enums.stream().filter(type -> type.name().equals(name)).findFirst();
    }
}
