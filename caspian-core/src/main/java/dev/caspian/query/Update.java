package dev.caspian.query;

import dev.caspian.error.InvalidQueryException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The update of one record.
 *
 * @param <M> the model
 */
public final class Update<M> {

    private final List<Assignment<M>> assignments = new ArrayList<>();
    private final Returning<M> returning;
    private @Nullable Unique<M> where;

    public Update() {
        this.returning = new Returning<>();
    }

    /** The update of a record that is known already. */
    public Update(Unique<M> where, Returning<M> returning) {
        this.where = where;
        this.returning = returning;
    }

    /** The record. */
    public Update<M> where(Unique<M> record) {
        where = Given.value(record, "where(…)");
        return this;
    }

    /** What is written; a field that is not named keeps its value. */
    @SafeVarargs
    public final Update<M> data(Assignment<M>... written) {
        assignments.addAll(Given.all(written, "data(…)"));
        return this;
    }

    /** Sets fields, whatever they were given. */
    public void set(List<FieldAssignment<M>> fields) {
        FieldAssignment.replace(assignments, fields);
    }

    /** What is written, from a collection. */
    public Update<M> data(Collection<? extends Assignment<M>> written) {
        assignments.addAll(Given.all(written, "data(…)"));
        return this;
    }

    /** Returns these fields and relations only. */
    @SafeVarargs
    public final Update<M> select(Selection<M>... selected) {
        returning.select(selected);
        return this;
    }

    /** Returns these relations too. */
    @SafeVarargs
    public final Update<M> include(Include<M>... included) {
        returning.include(included);
        return this;
    }

    /** Leaves out these fields. */
    @SafeVarargs
    public final Update<M> omit(TypedField<M, ?>... omitted) {
        returning.omit(omitted);
        return this;
    }

    /**
     * The record to update.
     *
     * @throws InvalidQueryException if {@link #where(Unique)} was not called
     */
    public Unique<M> record() {
        if (where == null) {
            throw new InvalidQueryException("The update does not say which record: call where(…).");
        }
        return where;
    }

    public List<Assignment<M>> assignments() {
        return assignments;
    }

    public Returning<M> returning() {
        return returning;
    }
}
