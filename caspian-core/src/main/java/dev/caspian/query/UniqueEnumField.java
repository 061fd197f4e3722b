package dev.caspian.query;

import java.util.List;

/**
 * A unique field: its {@link #eq} selects one record.
 *
 * @param <M> the model
 * @param <E> the enum
 */
public final class UniqueEnumField<M, E extends Enum<E> & MappedEnum> extends EnumField<M, E> {

    public UniqueEnumField(String model, String name, Class<E> enumType) {
        super(model, name, enumType);
    }

    @Override
    public Unique<M> eq(E value) {
        return Unique.of(List.of(this), notNull(value));
    }
}
