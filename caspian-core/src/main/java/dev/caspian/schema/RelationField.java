package dev.caspian.schema;

import org.jspecify.annotations.Nullable;

/**
 * One end of a {@link Relation}, as a field of a model. Compared by identity.
 *
 * <p>Immutable once its {@link Schema} exists, which ties the ends of relations together.
 */
public final class RelationField implements Field {

    private final String name;
    private final String targetName;
    private final Arity arity;
    private final boolean ignored;
    private final @Nullable String documentation;

    private @Nullable Model model;
    private @Nullable Model target;
    private @Nullable Relation relation;

    /**
     * Makes an end that is not tied yet.
     *
     * @param targetName the name of the model on the other end
     */
    public RelationField(String name, String targetName, Arity arity, boolean ignored, @Nullable String documentation) {
        this.name = name;
        this.targetName = targetName;
        this.arity = arity;
        this.ignored = ignored;
        this.documentation = documentation;
    }

    void tie(Model model, Model target, Relation relation) {
        this.model = model;
        this.target = target;
        this.relation = relation;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Arity arity() {
        return arity;
    }

    @Override
    public boolean ignored() {
        return ignored;
    }

    @Override
    public @Nullable String documentation() {
        return documentation;
    }

    String targetName() {
        return targetName;
    }

    /** The model that declares this field. */
    public Model model() {
        return tied(model);
    }

    /** The model on the other end. */
    public Model target() {
        return tied(target);
    }

    public Relation relation() {
        return tied(relation);
    }

    /** The field on the other end. In a self relation it is another field of the same model. */
    public RelationField opposite() {
        return relation().opposite(this);
    }

    /** Whether this end's model holds the foreign key. False on both ends of a many-to-many relation. */
    public boolean holdsForeignKey() {
        return relation() instanceof Relation.ForeignKey key && key.from() == this;
    }

    private <T> T tied(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("The relation field `" + name + "` is not part of a schema yet.");
        }
        return part;
    }

    @Override
    public String toString() {
        return (model == null ? "" : model.name() + ".") + name;
    }
}
