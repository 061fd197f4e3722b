package dev.caspian.query;

import java.util.List;

/**
 * A unique String field equals a value.
 *
 * @param <M> the model
 */
public record UniqueText<M>(TypedField<M, String> field, String value) implements Unique<M>, Condition.Text<M> {

    @Override
    public List<TypedField<M, ?>> fields() {
        return List.of(field);
    }

    @Override
    public List<?> values() {
        return List.of(value);
    }

    @Override
    public List<Condition<M>> filters() {
        return List.of();
    }

    @Override
    public Unique<M> and(Condition<M> other) {
        return Unique.of(fields(), value).and(other);
    }

    /** Disregards case, so that more than one record may match: no longer a selector of one record. */
    @Override
    public Condition<M> insensitive() {
        return new Condition.Compare<>(field, Comparison.EQ, value, true);
    }
}
