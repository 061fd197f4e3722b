package dev.caspian.query;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * A list of scalars: {@code tags String[]}.
 *
 * @param <M> the model
 * @param <T> the Java type of one element
 */
public final class ListField<M, T> extends TypedField<M, List<T>> {

    public ListField(String model, String name) {
        super(model, name);
    }

    @Override
    public Condition<M> eq(List<T> value) {
        return test(ListTest.EQUALS, value);
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
        return new FieldAssignment.Push<>(this, notNull(Arrays.asList(elements)));
    }

    private Condition<M> test(ListTest test, Collection<?> values) {
        return new Condition.OfList<>(this, test, notNull(values));
    }
}
