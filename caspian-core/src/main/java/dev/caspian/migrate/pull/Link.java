package dev.caspian.migrate.pull;

import dev.caspian.database.Column;
import dev.caspian.database.ForeignKey;
import dev.caspian.database.PrimaryKey;
import dev.caspian.database.Table;
import dev.caspian.schema.Relation;
import java.util.Optional;
import java.util.Set;

/** What makes two tables related: a foreign key, or a table that joins them. */
sealed interface Link {

    Table from();

    Table to();

    /** The relation that the schema already has for it. */
    Optional<? extends Relation> known();

    default boolean isWithinOneTable() {
        return from().name().equals(to().name());
    }

    /** Whether it links the same two tables. */
    default boolean isBesides(Link other) {
        return (from().name().equals(other.from().name())
                        && to().name().equals(other.to().name()))
                || (from().name().equals(other.to().name())
                        && to().name().equals(other.from().name()));
    }

    /** A foreign key of {@code from}. */
    record Key(Table from, Table to, ForeignKey key, Optional<Relation.ForeignKey> known) implements Link {

        /** Whether every column of the key has a value. */
        boolean isRequired() {
            return key.columns().stream()
                    .allMatch(
                            name -> from.column(name).filter(Column::isRequired).isPresent());
        }

        /** Whether some column of the key cannot be emptied. */
        boolean mustStay() {
            return key.columns().stream()
                    .anyMatch(
                            name -> from.column(name).filter(Column::isRequired).isPresent());
        }

        /** Whether at most one record can refer to another. */
        boolean isUnique() {
            Set<String> columns = Set.copyOf(key.columns());
            PrimaryKey primaryKey = from.primaryKey();
            return (primaryKey != null && Set.copyOf(primaryKey.columnNames()).equals(columns))
                    || from.indexes().stream()
                            .filter(index -> index.isUnique() && index.condition() == null)
                            .anyMatch(index -> Set.copyOf(index.columnNames()).equals(columns));
        }
    }

    /** A join table, whose column {@code A} refers to {@code from}, and {@code B} to {@code to}. */
    record Join(Table table, Table from, Table to, Optional<Relation.ManyToMany> known) implements Link {}
}
