package dev.caspian.query;

/**
 * A unique String field: its {@link #eq} selects one record.
 *
 * @param <M> the model
 */
public final class UniqueStringField<M> extends StringField<M> {

    public UniqueStringField(String model, String name) {
        super(model, name);
    }

    @Override
    public UniqueText<M> eq(String value) {
        return new UniqueText<>(this, notNull(value));
    }
}
