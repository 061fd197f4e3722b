package dev.caspian.query;

import dev.caspian.error.InconsistentColumnException;

/**
 * A field whose values are those of an enum.
 *
 * @param <M> the model
 * @param <E> the enum
 */
public class EnumField<M, E extends Enum<E> & MappedEnum> extends TypedField<M, E> {

    private final Class<E> enumType;

    public EnumField(String model, String name, Class<E> enumType) {
        super(model, name);
        this.enumType = enumType;
    }

    @Override
    public final Object fromDatabase(Object value) {
        for (E constant : enumType.getEnumConstants()) {
            if (constant.databaseName().equals(value)) {
                return constant;
            }
        }
        throw new InconsistentColumnException(
                "`" + this + "` holds a value that the enum `" + enumType.getSimpleName() + "` does not have.", null);
    }
}
