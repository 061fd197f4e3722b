package dev.caspian.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What records must fulfil: {@code Post.PUBLISHED.eq(true).and(Post.TITLE.contains("Caspian"))}.
 *
 * <p>Conditions are immutable values. The nested records are what the query engine reads; applications make conditions
 * from the fields of a model.
 *
 * @param <M> the model
 */
public sealed interface Condition<M>
        permits Condition.All,
                Condition.Any,
                Condition.Not,
                Condition.IsNull,
                Condition.OfList,
                Condition.OneOf,
                Condition.Related,
                Condition.Text,
                Unique {

    /** Both must hold. */
    default Condition<M> and(Condition<M> other) {
        return All.of(List.of(this, Given.value(other, "and(…)")));
    }

    /** One of the two must hold. */
    default Condition<M> or(Condition<M> other) {
        return Any.of(List.of(this, Given.value(other, "or(…)")));
    }

    /** This must not hold. As in SQL, a comparison with NULL is neither true nor false, and its opposite neither. */
    default Condition<M> not() {
        return new Not<>(this);
    }

    /** All must hold: {@code AND}. An empty collection is true. */
    static <M> Condition<M> allOf(Collection<? extends Condition<M>> conditions) {
        return All.of(Given.all(conditions, "allOf(…)"));
    }

    /** All must hold: {@code AND}. */
    @SafeVarargs
    static <M> Condition<M> allOf(Condition<M>... conditions) {
        return All.of(Given.all(conditions, "allOf(…)"));
    }

    /** One must hold: {@code OR}. An empty collection is false. */
    static <M> Condition<M> anyOf(Collection<? extends Condition<M>> conditions) {
        return Any.of(Given.all(conditions, "anyOf(…)"));
    }

    /** One must hold: {@code OR}. */
    @SafeVarargs
    static <M> Condition<M> anyOf(Condition<M>... conditions) {
        return Any.of(Given.all(conditions, "anyOf(…)"));
    }

    /** None may hold: {@code NOT} of a list. An empty collection is true. */
    static <M> Condition<M> noneOf(Collection<? extends Condition<M>> conditions) {
        return All.of(Given.<Condition<M>>all(conditions, "noneOf(…)").stream()
                .map(Condition::not)
                .toList());
    }

    /** None may hold: {@code NOT} of a list. */
    @SafeVarargs
    static <M> Condition<M> noneOf(Condition<M>... conditions) {
        return noneOf(Given.all(conditions, "noneOf(…)"));
    }

    /**
     * A filter that drops out when its value is null, and only then: {@code Condition.ifPresent(title,
     * Post.TITLE::contains)}.
     */
    static <M, T> Condition<M> ifPresent(@Nullable T value, Function<T, ? extends Condition<M>> condition) {
        Function<T, ? extends Condition<M>> given = Given.value(condition, "ifPresent(…)");
        return value == null ? new All<>(List.of()) : Given.value(given.apply(value), "ifPresent(…)");
    }

    /**
     * Every part holds; none at all is true.
     *
     * <p>Made by {@link #of}, which keeps conditions shallow and what is always true visible: All of All is one All, and
     * with a part that is always false it is false itself.
     */
    record All<M>(List<Condition<M>> parts) implements Condition<M> {

        static <M> Condition<M> of(List<? extends Condition<M>> parts) {
            List<Condition<M>> joined = new ArrayList<>();
            for (Condition<M> part : parts) {
                if (part instanceof All<M> all) {
                    joined.addAll(all.parts);
                } else if (part instanceof Any<M> any && any.parts.isEmpty()) {
                    return any;
                } else {
                    joined.add(part);
                }
            }
            return joined.size() == 1 ? joined.get(0) : new All<>(List.copyOf(joined));
        }

        @Override
        public Condition<M> not() {
            return parts.isEmpty() ? new Any<>(parts) : new Not<>(this);
        }
    }

    /** At least one part holds; none at all is false. Made by {@link #of}, as {@link All} is. */
    record Any<M>(List<Condition<M>> parts) implements Condition<M> {

        static <M> Condition<M> of(List<? extends Condition<M>> parts) {
            List<Condition<M>> joined = new ArrayList<>();
            for (Condition<M> part : parts) {
                if (part instanceof Any<M> any) {
                    joined.addAll(any.parts);
                } else if (part instanceof All<M> all && all.parts.isEmpty()) {
                    return all;
                } else {
                    joined.add(part);
                }
            }
            return joined.size() == 1 ? joined.get(0) : new Any<>(List.copyOf(joined));
        }

        @Override
        public Condition<M> not() {
            return parts.isEmpty() ? new All<>(parts) : new Not<>(this);
        }
    }

    /** The operand does not hold. */
    record Not<M>(Condition<M> operand) implements Condition<M> {
        @Override
        public Condition<M> not() {
            return operand;
        }
    }

    /** A field compared with a value. */
    record Compare<M>(TypedField<M, ?> field, Comparison comparison, Object value, boolean ignoreCase)
            implements Text<M> {
        @Override
        public Condition<M> insensitive() {
            return new Compare<>(field, comparison, value, true);
        }
    }

    /** A field compared with another field of the same record. */
    record CompareFields<M>(TypedField<M, ?> field, Comparison comparison, TypedField<M, ?> other, boolean ignoreCase)
            implements Text<M> {
        @Override
        public Condition<M> insensitive() {
            return new CompareFields<>(field, comparison, other, true);
        }
    }

    /** A field compared with a list of values. */
    record In<M>(TypedField<M, ?> field, boolean negated, boolean ignoreCase, List<?> values) implements Text<M> {
        @Override
        public Condition<M> insensitive() {
            return new In<>(field, negated, true, values);
        }
    }

    /** The fields have, in this order, the values of one of the keys. */
    record OneOf<M>(List<TypedField<M, ?>> fields, List<? extends List<?>> keys) implements Condition<M> {}

    /** A field has no value, or (negated) has one. */
    record IsNull<M>(TypedField<M, ?> field, boolean negated) implements Condition<M> {}

    /** What is asked of a scalar list. */
    record OfList<M>(ListField<M, ?> field, ListTest test, List<?> values) implements Condition<M> {}

    /** What is asked of a place in a Json document. */
    record OfJson<M>(JsonField<M> field, List<String> path, JsonTest test, Object value, boolean ignoreCase)
            implements Text<M> {

        @Override
        public Condition<M> insensitive() {
            return new OfJson<>(field, path, test, value, true);
        }
    }

    /**
     * What is asked of the related records.
     *
     * @param condition null asks whether there is a related record at all
     */
    record Related<M, R>(
            TypedRelation<M, R> relation,
            Quantifier quantifier,
            @Nullable Condition<R> condition) implements Condition<M> {

        /** How many of them. */
        public enum Quantifier {
            /** At least one; of a to-one relation: it exists and fulfils the condition. */
            SOME,
            /** All of them. */
            EVERY,
            /** Not one; of a to-one relation: it does not exist or does not fulfil the condition. */
            NONE
        }
    }

    /** A condition on text, which can disregard case. */
    sealed interface Text<M> extends Condition<M> permits Compare, CompareFields, In, OfJson, UniqueText {

        /** The same, where {@code a} equals {@code A} and {@code ä} equals {@code Ä}. */
        Condition<M> insensitive();
    }
}
