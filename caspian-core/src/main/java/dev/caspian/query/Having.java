package dev.caspian.query;

import java.util.List;

/**
 * What groups must fulfil: {@code Sales.AMOUNT.sum().gt(100)}.
 *
 * @param <M> the model
 */
public sealed interface Having<M> {

    /** Both must hold. */
    default Having<M> and(Having<M> other) {
        return new All<>(List.of(this, other));
    }

    /** One of the two must hold. */
    default Having<M> or(Having<M> other) {
        return new Any<>(List.of(this, other));
    }

    /** This must not hold. */
    default Having<M> not() {
        return new Not<>(this);
    }

    /** A condition on a field that the groups are made by. */
    static <M> Having<M> of(Condition<M> condition) {
        return new OfField<>(condition);
    }

    /** An aggregate compared with a value. */
    record Compare<M>(Aggregate<M, ?> aggregate, Comparison comparison, Object value) implements Having<M> {}

    /** A condition on a field that the groups are made by. */
    record OfField<M>(Condition<M> condition) implements Having<M> {}

    /** Every part holds. */
    record All<M>(List<Having<M>> parts) implements Having<M> {}

    /** At least one part holds. */
    record Any<M>(List<Having<M>> parts) implements Having<M> {}

    /** The operand does not hold. */
    record Not<M>(Having<M> operand) implements Having<M> {}
}
