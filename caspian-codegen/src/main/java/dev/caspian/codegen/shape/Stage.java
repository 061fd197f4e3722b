package dev.caspian.codegen.shape;

import dev.caspian.schema.Field;
import dev.caspian.schema.RelationField;
import dev.caspian.schema.ScalarField;
import java.util.List;
import java.util.Set;

/** One step of a builder: what a new record needs before it can be created. Immutable. */
public sealed interface Stage {

    /** The field that gives the stage its name. */
    Field field();

    /** Whether these fields are all that the stage asks for, so that it can be left out where they are given. */
    boolean isGivenBy(Set<ScalarField> keys);

    /** A value. */
    record Scalar(ScalarField field) implements Stage {
        @Override
        public boolean isGivenBy(Set<ScalarField> keys) {
            return keys.contains(field);
        }
    }

    /**
     * A related record, or its key.
     *
     * @param keys the foreign key's fields
     */
    record Related(RelationField field, List<ScalarField> keys) implements Stage {
        @Override
        public boolean isGivenBy(Set<ScalarField> given) {
            return given.containsAll(keys);
        }
    }

    /**
     * What the client cannot give: a required field of an unsupported type, or one that is ignored, without a default.
     * Its interface has no method, so that no record can be created, and the name of the interface says why.
     */
    record Unavailable(ScalarField field) implements Stage {
        @Override
        public boolean isGivenBy(Set<ScalarField> keys) {
            return keys.contains(field);
        }
    }
}
