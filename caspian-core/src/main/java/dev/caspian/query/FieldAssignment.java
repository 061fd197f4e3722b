package dev.caspian.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a write does to one scalar field of a record.
 *
 * @param <M> the model
 */
public sealed interface FieldAssignment<M> extends Assignment<M> {

    TypedField<M, ?> field();

    /** Adds assignments; what was assigned to the same fields before goes. */
    static <M, A extends Assignment<M>> void replace(List<A> assignments, List<? extends A> others) {
        for (A other : others) {
            assignments.removeIf(assignment -> assignment instanceof FieldAssignment<?> earlier
                    && other instanceof FieldAssignment<?> later
                    && earlier.field().name().equals(later.field().name()));
            assignments.add(other);
        }
    }

    /** Writes a value; null clears the field. */
    record Set<M>(TypedField<M, ?> field, @Nullable Object value) implements FieldAssignment<M> {}

    /** Calculates with the value that is there. */
    record Calculate<M>(TypedField<M, ?> field, Operation operation, Object operand) implements FieldAssignment<M> {

        /** How. */
        public enum Operation {
            ADD,
            SUBTRACT,
            MULTIPLY,
            DIVIDE
        }
    }

    /** Appends to a scalar list. */
    record Push<M>(TypedField<M, ?> field, List<?> elements) implements FieldAssignment<M> {}
}
