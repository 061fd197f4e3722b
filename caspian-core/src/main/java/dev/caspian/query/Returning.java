package dev.caspian.query;

import java.util.ArrayList;
import java.util.List;

/**
 * Which parts of a record are returned. Without {@code select} these are all its scalar fields.
 *
 * <p>Confined to one call; calling a method twice appends.
 *
 * @param <M> the model
 */
public final class Returning<M> {

    private final List<Selection<M>> selections = new ArrayList<>(0);
    private final List<Include<M>> includes = new ArrayList<>(0);
    private final List<TypedField<M, ?>> omissions = new ArrayList<>(0);

    public Returning() {}

    Returning(Returning<M> other) {
        selections.addAll(other.selections);
        includes.addAll(other.includes);
        omissions.addAll(other.omissions);
    }

    /** Returns these fields and relations only. */
    @SafeVarargs
    public final Returning<M> select(Selection<M>... selected) {
        selections.addAll(Given.all(selected, "select(…)"));
        return this;
    }

    /** Returns these relations too. */
    @SafeVarargs
    public final Returning<M> include(Include<M>... included) {
        includes.addAll(Given.all(included, "include(…)"));
        return this;
    }

    /** Leaves out these fields. */
    @SafeVarargs
    public final Returning<M> omit(TypedField<M, ?>... omitted) {
        omissions.addAll(Given.all(omitted, "omit(…)"));
        return this;
    }

    /** What was selected; empty means all scalar fields. */
    public List<Selection<M>> selections() {
        return selections;
    }

    /** What was included. */
    public List<Include<M>> includes() {
        return includes;
    }

    /** What was omitted. */
    public List<TypedField<M, ?>> omissions() {
        return omissions;
    }
}
