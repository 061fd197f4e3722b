package dev.caspian.query;

/**
 * A numeric field, which the database can calculate with: {@code User.LOGIN_COUNT.increment(1)}.
 *
 * <p>Calculations happen in SQL, so that no update by somebody else is lost. NULL stays NULL.
 *
 * @param <M> the model
 * @param <T> the Java type of its values
 */
public abstract class NumberField<M, T extends Number> extends OrderedField<M, T> {

    NumberField(String model, String name) {
        super(model, name);
    }

    public final FieldAssignment<M> increment(T value) {
        return new FieldAssignment.Calculate<>(this, FieldAssignment.Calculate.Operation.ADD, notNull(value));
    }

    public final FieldAssignment<M> decrement(T value) {
        return new FieldAssignment.Calculate<>(this, FieldAssignment.Calculate.Operation.SUBTRACT, notNull(value));
    }

    public final FieldAssignment<M> multiply(T value) {
        return new FieldAssignment.Calculate<>(this, FieldAssignment.Calculate.Operation.MULTIPLY, notNull(value));
    }

    public final FieldAssignment<M> divide(T value) {
        return new FieldAssignment.Calculate<>(this, FieldAssignment.Calculate.Operation.DIVIDE, notNull(value));
    }
}
