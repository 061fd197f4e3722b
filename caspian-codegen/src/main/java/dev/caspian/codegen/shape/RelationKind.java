package dev.caspian.codegen.shape;

import dev.caspian.query.DetachableToMany;
import dev.caspian.query.DetachableToOne;
import dev.caspian.query.OptionalToOne;
import dev.caspian.query.ToMany;
import dev.caspian.query.ToOne;
import dev.caspian.query.ViewToMany;
import dev.caspian.query.ViewToOne;
import dev.caspian.schema.Arity;
import dev.caspian.schema.Relation;
import dev.caspian.schema.RelationField;

/** What a relation field can do, by its arity, and by whether either side can be without the other or is a view. */
public enum RelationKind {
    TO_ONE(ToOne.class),
    OPTIONAL_TO_ONE(OptionalToOne.class),
    DETACHABLE_TO_ONE(DetachableToOne.class),
    TO_MANY(ToMany.class),
    DETACHABLE_TO_MANY(DetachableToMany.class),
    VIEW_TO_ONE(ViewToOne.class),
    VIEW_TO_MANY(ViewToMany.class);

    private final Class<?> type;

    RelationKind(Class<?> type) {
        this.type = type;
    }

    public static RelationKind of(RelationField field) {
        if (field.model().isView() || field.target().isView()) {
            return field.arity() == Arity.LIST ? VIEW_TO_MANY : VIEW_TO_ONE;
        }
        if (!(field.relation() instanceof Relation.ForeignKey key)) {
            return DETACHABLE_TO_MANY;
        }
        boolean detachable = key.from().arity() == Arity.OPTIONAL
                && key.fields().stream().anyMatch(scalar -> scalar.arity() == Arity.OPTIONAL);
        if (field.arity() == Arity.LIST) {
            return detachable ? DETACHABLE_TO_MANY : TO_MANY;
        }
        if (field.arity() == Arity.REQUIRED) {
            return TO_ONE;
        }
        return detachable ? DETACHABLE_TO_ONE : OPTIONAL_TO_ONE;
    }

    /** Whether nothing is written through the relation. */
    public boolean isReadOnly() {
        return this == VIEW_TO_ONE || this == VIEW_TO_MANY;
    }

    /** The class of the relation's constant. */
    public Class<?> type() {
        return type;
    }
}
