package dev.caspian.query;

import dev.caspian.error.InvalidQueryException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scalar field of a model, as a constant of its generated class: {@code User.EMAIL}. Compared by identity.
 *
 * @param <M> the model
 * @param <T> the Java type of its values
 */
public non-sealed class TypedField<M, T> implements Selection<M>, Projection<M, T> {

    private final String model;
    private final String name;

    public TypedField(String model, String name) {
        this.model = model;
        this.name = name;
    }

    /** The name of the model in the schema. */
    public final String model() {
        return model;
    }

    /** The name of the field in the schema. */
    public final String name() {
        return name;
    }

    /** The field equals the value. */
    public Condition<M> eq(T value) {
        return compare(Comparison.EQ, value);
    }

    /** The field equals another field of the same record. */
    public Condition<M> eq(TypedField<M, T> other) {
        return compare(Comparison.EQ, other);
    }

    /** The field has a value, and another one than this. Like SQL's {@code <>}, it does not match NULL. */
    public Condition<M> ne(T value) {
        return compare(Comparison.NE, value);
    }

    /** The field differs from another field of the same record. */
    public Condition<M> ne(TypedField<M, T> other) {
        return compare(Comparison.NE, other);
    }

    /** The field equals one of the values; none at all match nothing. */
    public Condition<M> in(Collection<? extends T> values) {
        return new Condition.In<>(this, false, false, elements(values));
    }

    /** The field equals one of the values. */
    @SafeVarargs
    public final Condition<M> in(T... values) {
        return in(Arrays.asList(Given.value(values, this, "in(…)")));
    }

    /** The field has a value, and none of these; an empty collection matches every value. */
    public Condition<M> notIn(Collection<? extends T> values) {
        return new Condition.In<>(this, true, false, elements(values));
    }

    /** The field has a value, and none of these. */
    @SafeVarargs
    public final Condition<M> notIn(T... values) {
        return notIn(Arrays.asList(Given.value(values, this, "notIn(…)")));
    }

    public final Condition<M> isNull() {
        return new Condition.IsNull<>(this, false);
    }

    public final Condition<M> isNotNull() {
        return new Condition.IsNull<>(this, true);
    }

    /**
     * Writes the value; null clears an optional field.
     *
     * <p>Null for a required field is refused when the query runs.
     */
    public FieldAssignment<M> set(@Nullable T value) {
        return new FieldAssignment.Set<>(this, value);
    }

    /** This field with a value, to make a record without a database: {@code User.of(User.NAME.value("Alice"))}. */
    public final FieldValue<M> value(@Nullable T value) {
        return new FieldValue<>(name, value);
    }

    public final FieldOrder<M> asc() {
        return new FieldOrder<>(this, false, FieldOrder.Nulls.DATABASE);
    }

    public final FieldOrder<M> desc() {
        return new FieldOrder<>(this, true, FieldOrder.Nulls.DATABASE);
    }

    /** How many records have a value in this field. */
    public final NumberAggregate<M, Long> count() {
        return new NumberAggregate<>(AggregateFunction.COUNT, this);
    }

    /** A value of this field as the client has it, from what the database returned; the query engine calls it. */
    public Object fromDatabase(Object value) {
        return value;
    }

    final Condition<M> compare(Comparison comparison, T value) {
        return new Condition.Compare<>(this, comparison, notNull(value), false);
    }

    final Condition<M> compare(Comparison comparison, TypedField<M, T> other) {
        return new Condition.CompareFields<>(this, comparison, field(other), false);
    }

    final TypedField<M, T> field(@Nullable TypedField<M, T> other) {
        if (other == null) {
            throw comparedWithNull();
        }
        return other;
    }

    final T notNull(@Nullable T value) {
        if (value == null) {
            throw comparedWithNull();
        }
        return value;
    }

    private InvalidQueryException comparedWithNull() {
        return new InvalidQueryException("`" + this + "` was compared with null. Use isNull() or isNotNull()"
                + " instead, or Condition.ifPresent(…) to leave the filter out.");
    }

    final <E> List<E> elements(@Nullable Collection<? extends E> values) {
        if (values == null) {
            throw comparedWithNull();
        }
        for (Object value : values) {
            if (value == null) {
                throw new InvalidQueryException("A list that `" + this + "` is compared with has a null element. Use"
                        + " isNull() or isNotNull() for null, beside the list.");
            }
        }
        return List.copyOf(values);
    }

    @Override
    public final String toString() {
        return model + "." + name;
    }
}
