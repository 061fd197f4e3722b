package dev.caspian.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The update of all records that fulfil a condition.
 *
 * @param <M> the model
 */
public final class UpdateMany<M> {

    private final Matching<M> matching;
    private final List<FieldAssignment<M>> assignments = new ArrayList<>();

    public UpdateMany() {
        this(new Matching<>());
    }

    /** The update of these records. */
    public UpdateMany(Matching<M> matching) {
        this.matching = matching;
    }

    /** Records that fulfil all these conditions. */
    @SafeVarargs
    public final UpdateMany<M> where(Condition<M>... all) {
        matching.where(all);
        return this;
    }

    /** Every record of the model; without it an update needs a condition. */
    public UpdateMany<M> all() {
        matching.all();
        return this;
    }

    /** At most this many records; which of them is up to the database. */
    public UpdateMany<M> limit(int count) {
        matching.limit(count);
        return this;
    }

    /** What is written; a field that is not named keeps its value. */
    @SafeVarargs
    public final UpdateMany<M> data(FieldAssignment<M>... written) {
        assignments.addAll(Given.all(written, "data(…)"));
        return this;
    }

    /** Sets fields, whatever they were given. */
    public void set(List<FieldAssignment<M>> fields) {
        FieldAssignment.replace(assignments, fields);
    }

    /** What is written, from a collection. */
    public UpdateMany<M> data(Collection<? extends FieldAssignment<M>> written) {
        assignments.addAll(Given.all(written, "data(…)"));
        return this;
    }

    /** Which records. */
    public Matching<M> matching() {
        return matching;
    }

    public List<FieldAssignment<M>> assignments() {
        return assignments;
    }
}
