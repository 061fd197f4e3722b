package dev.caspian.query;

import dev.caspian.error.InvalidQueryException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Collects the values of a new record; generated builders extend it. Not thread-safe: confined to one call.
 *
 * @param <M> the model
 */
public abstract class Draft<M> implements Creation<M> {

    private final List<Assignment<M>> assignments = new ArrayList<>();
    private int depth;

    protected Draft() {}

    /** Runs a stage lambda on a new draft. The stage type {@code S} is one of the interfaces that the draft implements. */
    public static <M, S> NewRecord<M> fill(
            Supplier<? extends Draft<M>> draft, Function<? super S, ? extends Creation<M>> stages) {
        return fill(draft, stages, 0);
    }

    /** Does it inside of the lambdas of so many others. */
    @SuppressWarnings("unchecked")
    static <M, S> NewRecord<M> fill(
            Supplier<? extends Draft<M>> draft, Function<? super S, ? extends Creation<M>> stages, int depth) {
        Nesting.require(depth);
        Draft<M> begun = draft.get();
        begun.depth = depth;
        if (Given.value(stages, "create(…)").apply((S) begun) instanceof Draft<M> filled) {
            return new NewRecord<>(filled.assignments);
        }
        throw new InvalidQueryException("The lambda must return the builder that it was given.");
    }

    /** Sets a field. A second value for the same field is refused. */
    protected final <T> void set(TypedField<M, T> field, @Nullable T value) {
        for (Assignment<M> assignment : assignments) {
            if (assignment instanceof FieldAssignment.Set<?> given && given.field() == field) {
                throw new InvalidQueryException("`" + field + "` was given twice.");
            }
        }
        assignments.add(field.set(value));
    }

    /** Relates a to-one relation to an existing record. */
    protected final <R, S> void connect(ToOne<M, R, S> relation, Unique<R> record) {
        relate(relation, one -> one.connect(Given.value(record, relation.toString())));
    }

    /** Creates or relates the record of a to-one relation. */
    protected final <R, S> void relate(ToOne<M, R, S> relation, UnaryOperator<RelateOne<R, S>> related) {
        add(
                relation,
                Given.filled(related, new RelateOne<>(relation.draft(), depth + 1), relation.toString())
                        .writes());
    }

    /** Creates or relates records of a to-many relation. */
    protected final <R, S> void relate(ToMany<M, R, S> relation, UnaryOperator<RelateMany<R, S>> related) {
        add(
                relation,
                Given.filled(related, new RelateMany<>(relation.draft(), depth + 1), relation.toString())
                        .writes());
    }

    private <R> void add(TypedRelation<M, R> relation, List<NestedWrite<R>> writes) {
        for (NestedWrite<R> write : writes) {
            assignments.add(new Assignment.Nested<>(relation, write));
        }
    }
}
