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

    final Assignment<M> write(NestedWrite<R> write) {
        return new Assignment.Nested<>(this, write);
    }

    final Condition<M> related(Condition.Related.Quantifier quantifier, List<Condition<R>> conditions) {
        return new Condition.Related<>(this, quantifier, Condition.allOf(conditions));
    }

    @Override
    public final String toString() {
        return model + "." + name;
    }
}
