package dev.caspian.query;

import dev.caspian.error.InvalidQueryException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The update of one record, or its creation where it does not exist.
 *
 * @param <M> the model
 * @param <S> the first stage of its builder
 */
public final class Upsert<M, S> {

    private final Supplier<? extends Draft<M>> draft;
    private final List<Assignment<M>> assignments = new ArrayList<>();
    private final Returning<M> returning = new Returning<>();
    private @Nullable Unique<M> where;
    private @Nullable NewRecord<M> created;

    public Upsert(Supplier<? extends Draft<M>> draft) {
        this.draft = draft;
    }

    /** The record. */
    public Upsert<M, S> where(Unique<M> record) {
        where = Given.value(record, "where(…)");
        return this;
    }

    /** What is created where there is no such record. */
    public Upsert<M, S> create(Function<? super S, ? extends Creation<M>> record) {
        created = Draft.fill(draft, record);
        return this;
    }

    /** What is written where there is one. */
    @SafeVarargs
    public final Upsert<M, S> update(Assignment<M>... written) {
        assignments.addAll(Given.all(written, "update(…)"));
        return this;
    }

    /** Sets fields of the record, whether it is updated or created, whatever they were given. */
    public void set(List<FieldAssignment<M>> fields) {
        created = created().with(fields);
        FieldAssignment.replace(assignments, fields);
    }

    /** What is written where there is one, from a collection. */
    public Upsert<M, S> update(Collection<? extends Assignment<M>> written) {
        assignments.addAll(Given.all(written, "update(…)"));
        return this;
    }

    /** Returns these fields and relations only. */
    @SafeVarargs
    public final Upsert<M, S> select(Selection<M>... selected) {
        returning.select(selected);
        return this;
    }

    /** Returns these relations too. */
    @SafeVarargs
    public final Upsert<M, S> include(Include<M>... included) {
        returning.include(included);
        return this;
    }

    /** Leaves out these fields. */
    @SafeVarargs
    public final Upsert<M, S> omit(TypedField<M, ?>... omitted) {
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
            throw new InvalidQueryException("The upsert does not say which record: call where(…).");
        }
        return where;
    }

    /**
     * The record to create.
     *
     * @throws InvalidQueryException if {@link #create} was not called
     */
    public NewRecord<M> created() {
        if (created == null) {
            throw new InvalidQueryException("The upsert does not say what to create: call create(…).");
        }
        return created;
    }

    public List<Assignment<M>> assignments() {
        return assignments;
    }

    public Returning<M> returning() {
        return returning;
    }
}
