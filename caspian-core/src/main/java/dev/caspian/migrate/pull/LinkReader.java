package dev.caspian.migrate.pull;

import dev.caspian.database.DatabaseState;
import dev.caspian.database.ForeignKey;
import dev.caspian.database.PrimaryKey;
import dev.caspian.database.Table;
import dev.caspian.error.MigrationException;
import dev.caspian.schema.Relation;
import dev.caspian.schema.ScalarField;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the relations between the tables of a database. */
final class LinkReader {

    private final DatabaseState live;
    private final ExistingSchema existing;

    LinkReader(DatabaseState live, ExistingSchema existing) {
        this.live = live;
        this.existing = existing;
    }

    /**
     * The relations in the order in which models declare them: by the table that holds the foreign key, and join tables
     * behind all others.
     *
     * @throws MigrationException P4002 if a foreign key refers to a database schema that is not read
     */
    List<Link> links() {
        List<Link> links = new ArrayList<>();
        for (Table table : live.tables()) {
            if (join(table).isEmpty()) {
                addKeys(table, links);
            }
        }
        live.tables().forEach(table -> join(table).ifPresent(links::add));
        return links;
    }

    private void addKeys(Table table, List<Link> links) {
        Set<List<String>> columns = new HashSet<>();
        for (ForeignKey key : table.foreignKeys()) {
            Optional<Table> target = live.table(key.referencedTable());
            if (target.isEmpty() && key.referencedTable().namespace() != null) {
                throw outside(table, key);
            }
            // A second key on the same columns says nothing new, and fields cannot belong to two relations.
            if (target.isPresent() && columns.add(key.columns())) {
                links.add(new Link.Key(table, target.get(), key, known(table, key)));
            }
        }
        if (!existing.hasForeignKeys()) {
            addPromised(table, columns, links);
        }
    }

    private static MigrationException outside(Table table, ForeignKey key) {
        return new MigrationException(
                "P4002",
                "The foreign key `" + key.name() + "` of `" + table.name() + "` refers to `" + key.referencedTable()
                        + "`, whose database schema is not part of the Prisma schema. Add `"
                        + key.referencedTable().namespace() + "` to `schemas` in the datasource.",
                null);
    }

    private Optional<Relation.ForeignKey> known(Table table, ForeignKey key) {
        return keysOf(table)
                .filter(relation -> databaseNames(relation.fields()).equals(key.columns())
                        && ExistingSchema.tableOf(relation.to().model()).equals(key.referencedTable())
                        && databaseNames(relation.references()).equals(key.referencedColumns()))
                .findFirst();
    }

    private Stream<Relation.ForeignKey> keysOf(Table table) {
        return existing.schema().relations().stream()
                .filter(Relation.ForeignKey.class::isInstance)
                .map(Relation.ForeignKey.class::cast)
                .filter(relation ->
                        ExistingSchema.tableOf(relation.from().model()).equals(table.name()));
    }

    static List<String> databaseNames(List<ScalarField> fields) {
        return fields.stream().map(ScalarField::databaseName).toList();
    }

    /** Relations of which the database knows nothing ({@code relationMode = "prisma"}) stay as long as their columns. */
    private void addPromised(Table table, Set<List<String>> taken, List<Link> links) {
        keysOf(table).forEach(relation -> {
            List<String> columns = databaseNames(relation.fields());
            List<String> references = databaseNames(relation.references());
            Optional<Table> target =
                    live.table(ExistingSchema.tableOf(relation.to().model()));
            if (target.isPresent()
                    && hasAll(table, columns)
                    && hasAll(target.get(), references)
                    && taken.add(columns)) {
                ForeignKey key = new ForeignKey(
                        null, columns, target.get().name(), references, relation.onDelete(), relation.onUpdate());
                links.add(new Link.Key(table, target.get(), key, Optional.of(relation)));
            }
        });
    }

    private static boolean hasAll(Table table, List<String> columns) {
        return columns.stream().allMatch(name -> table.column(name).isPresent());
    }

    /** The relation that this table is, if it is one. */
    private Optional<Link.Join> join(Table table) {
        Optional<Relation.ManyToMany> known = existing.schema().relations().stream()
                .filter(Relation.ManyToMany.class::isInstance)
                .map(Relation.ManyToMany.class::cast)
                .filter(relation -> relation.tableName().equals(table.name().name()))
                .findFirst();
        if (known.isPresent() && !existing.hasForeignKeys() && hasAll(table, List.of("A", "B"))) {
            Optional<Table> a =
                    live.table(ExistingSchema.tableOf(known.get().a().model()));
            Optional<Table> b =
                    live.table(ExistingSchema.tableOf(known.get().b().model()));
            return a.isPresent() && b.isPresent()
                    ? Optional.of(new Link.Join(table, a.get(), b.get(), known))
                    : Optional.empty();
        }
        if (!isJoinTable(table)) {
            return Optional.empty();
        }
        Optional<Table> a = target(table, "A");
        Optional<Table> b = target(table, "B");
        boolean inOrder = a.isPresent()
                && b.isPresent()
                && a.get().name().name().compareTo(b.get().name().name()) <= 0;
        return inOrder || (known.isPresent() && a.isPresent() && b.isPresent())
                ? Optional.of(new Link.Join(table, a.get(), b.get(), known))
                : Optional.empty();
    }

    /** Whether the table has the shape that Prisma gives to an implicit many-to-many relation. */
    private static boolean isJoinTable(Table table) {
        return table.name().name().startsWith("_")
                && table.columns().size() == 2
                && table.foreignKeys().size() == 2
                && isOnBothColumns(table)
                && table.indexes().stream().anyMatch(index -> isOn(index.columnNames(), List.of("B")));
    }

    private static boolean isOnBothColumns(Table table) {
        List<String> both = List.of("A", "B");
        PrimaryKey key = table.primaryKey();
        return (key != null && isOn(key.columnNames(), both))
                || table.indexes().stream().anyMatch(index -> index.isUnique() && isOn(index.columnNames(), both));
    }

    private static boolean isOn(List<String> columns, List<String> wanted) {
        return columns.stream()
                .map(column -> column.toUpperCase(Locale.ROOT))
                .toList()
                .equals(wanted);
    }

    private Optional<Table> target(Table join, String column) {
        return join.foreignKeys().stream()
                .filter(key -> isOn(key.columns(), List.of(column)))
                .findFirst()
                .flatMap(key -> live.table(key.referencedTable()));
    }
}
