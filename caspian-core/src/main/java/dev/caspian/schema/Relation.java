package dev.caspian.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A relation between two models, seen from neither end. */
public sealed interface Relation {

    /** The explicit name, or {@code XToY} from the two model names in ascending order. */
    String name();

    /** The end opposite to {@code end}. */
    RelationField opposite(RelationField end);

    /**
     * A one-to-one or one-to-many relation: one model holds the foreign key. Compared by identity.
     *
     * @param name the relation's name
     * @param from the end that holds the foreign key
     * @param to the other end
     * @param fields the foreign key's fields, in the model of {@code from}
     * @param references the fields that they refer to, in the same order
     * @param onDelete the action written in the schema, or the default that applies
     * @param onUpdate the action written in the schema, or the default that applies
     * @param constraintName the foreign key's name in the database
     */
    record ForeignKey(
            String name,
            RelationField from,
            RelationField to,
            List<ScalarField> fields,
            List<ScalarField> references,
            ReferentialAction onDelete,
            ReferentialAction onUpdate,
            String constraintName)
            implements Relation {

        public ForeignKey {
            fields = List.copyOf(fields);
            references = List.copyOf(references);
        }

        /** Whether at most one record refers to a record of the other end. */
        public boolean isOneToOne() {
            return to.arity() != Arity.LIST;
        }

        @Override
        public RelationField opposite(RelationField end) {
            return end == from ? to : from;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * An implicit many-to-many relation: a table of its own, with the columns {@code A} and {@code B}. Compared by
     * identity.
     *
     * @param name the relation's name
     * @param a the end whose records stand in the column {@code B}: the field of the model that {@code A} refers to
     * @param b the end of the model that {@code B} refers to
     * @param tableName the join table's name
     */
    record ManyToMany(String name, RelationField a, RelationField b, String tableName) implements Relation {

        @Override
        public RelationField opposite(RelationField end) {
            return end == a ? b : a;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
