package dev.caspian.query;

import java.util.List;

/**
 * A relation of a model, as a constant of its generated class: {@code User.POSTS}. Compared by identity.
 *
 * @param <M> the model
 * @param <R> the related model
 */
public abstract sealed class TypedRelation<M, R> implements Include<M> permits ReadToOne, ReadToMany {

    private final String model;
    private final String name;

    TypedRelation(String model, String name) {
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

    /** Whether every record has a related record. */
    boolean isAlwaysThere() {
        return false;
    }

    final Assignment<M> write(NestedWrite<R> write) {
        return new Assignment.Nested<>(this, write);
    }

    final Condition<M> related(Condition.Related.Quantifier quantifier, List<Condition<R>> conditions) {
        Condition<R> condition = Condition.allOf(conditions);
        boolean each = quantifier == Condition.Related.Quantifier.EVERY
                || (quantifier == Condition.Related.Quantifier.SOME && isAlwaysThere());
        // What holds for every record whatever is related to it asks for nothing.
        return each && Matching.isAlwaysTrue(condition)
                ? Condition.allOf()
                : new Condition.Related<>(this, quantifier, condition);
    }

    @Override
    public final String toString() {
        return model + "." + name;
    }
}
