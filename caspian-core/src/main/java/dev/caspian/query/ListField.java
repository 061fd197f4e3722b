package dev.caspian.query;

import dev.caspian.error.InconsistentColumnException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of scalars: {@code tags String[]}.
 *
 * @param <M> the model
 * @param <T> the Java type of one element
 */
public final class ListField<M, T> extends TypedField<M, List<T>> {

    private final @Nullable Class<T> enumType;

    public ListField(String model, String name) {
        super(model, name);
        this.enumType = null;
    }

    /** A list of the values of an enum. */
    public ListField(String model, String name, Class<T> enumType) {
        super(model, name);
        this.enumType = enumType;
    }

    @Override
    public Object fromDatabase(Object value) {
        Class<T> type = enumType;
        return type == null
                ? value
                : ((List<?>) value).stream().map(name -> constant(name, type)).toList();
    }

    private T constant(Object name, Class<T> type) {
        for (T constant : type.getEnumConstants()) {
            if (constant instanceof MappedEnum mapped && mapped.databaseName().equals(name)) {
                return constant;
            }
        }
        throw new InconsistentColumnException(
                "`" + this + "` holds a value that the enum `" + type.getSimpleName() + "` does not have.", null);
    }

    @Override
    public Condition<M> eq(List<T> value) {
        return test(ListTest.EQUALS, notNull(value));
    }

    /** The list equals one of these lists. */
    @Override
    public Condition<M> in(Collection<? extends List<T>> values) {
        return Condition.anyOf(elements(values).stream().map(this::eq).toList());
    }

    /** The field has a list, and none of these. */
    @Override
    public Condition<M> notIn(Collection<? extends List<T>> values) {
        return Condition.noneOf(elements(values).stream().map(this::eq).toList());
    }

    @Override
    public FieldAssignment<M> set(@Nullable List<T> value) {
        return new FieldAssignment.Set<>(this, value == null ? null : elements(value));
    }

    /** The element is in the list. */
    public Condition<M> has(T element) {
        return test(ListTest.HAS, Collections.singletonList(element));
    }

    /** All the elements are in the list. */
    public Condition<M> hasEvery(Collection<? extends T> elements) {
        return test(ListTest.HAS_EVERY, elements);
    }

    /** At least one of the elements is in the list. */
    public Condition<M> hasSome(Collection<? extends T> elements) {
        return test(ListTest.HAS_SOME, elements);
    }

    public Condition<M> isEmpty() {
        return test(ListTest.IS_EMPTY, List.of());
    }

    public Condition<M> isNotEmpty() {
        return test(ListTest.IS_NOT_EMPTY, List.of());
    }

    /** Appends the elements. */
    @SafeVarargs
    public final FieldAssignment<M> push(T... elements) {
        return new FieldAssignment.Push<>(this, elements(Arrays.asList(Given.value(elements, this, "push(…)"))));
    }

    private Condition<M> test(ListTest test, Collection<?> values) {
        return new Condition.OfList<>(this, test, elements(values));
    }
}
