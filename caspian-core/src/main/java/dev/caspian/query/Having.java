package dev.caspian.query;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What groups must fulfil: {@code Sales.AMOUNT.sum().gt(100)}.
 *
 * @param <M> the model
 */
public sealed interface Having<M> {

    /** Both must hold. */
    default Having<M> and(Having<M> other) {
        return new All<>(joined(this, other, having -> having instanceof All<M> all ? all.parts : null));
    }

    /** One of the two must hold. */
    default Having<M> or(Having<M> other) {
        return new Any<>(joined(this, other, having -> having instanceof Any<M> any ? any.parts : null));
    }

    /** This must not hold. */
    default Having<M> not() {
        return this instanceof Not<M> not ? not.operand : new Not<>(this);
    }

    /** A condition on a field that the groups are made by. */
    static <M> Having<M> of(Condition<M> condition) {
        return new OfField<>(Given.value(condition, "Having.of(…)"));
    }

    /** Both side by side: what joins many of the same kind is not nested. */
    private static <M> List<Having<M>> joined(
            Having<M> one, Having<M> other, Function<Having<M>, @Nullable List<Having<M>>> parts) {
        List<Having<M>> joined = new ArrayList<>();
        for (Having<M> having : List.of(one, Given.value(other, "and(…) or or(…)"))) {
            List<Having<M>> inner = parts.apply(having);
            joined.addAll(inner == null ? List.of(having) : inner);
        }
        return joined;
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
