package dev.caspian.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A write to the records that a relation leads to.
 *
 * @param <R> the related model
 */
public sealed interface NestedWrite<R> {

    /** Creates a related record. */
    record Create<R>(NewRecord<R> data) implements NestedWrite<R> {}

    /** Creates many related records. */
    record CreateMany<R>(List<NewRecord<R>> data, boolean skipDuplicates) implements NestedWrite<R> {}

    /** Relates existing records. */
    record Connect<R>(List<Unique<R>> records) implements NestedWrite<R> {}

    /** Relates a record that may exist already. */
    record ConnectOrCreate<R>(Unique<R> where, NewRecord<R> data) implements NestedWrite<R> {}

    /** Ends the relation with these records; of a to-one relation, null means whichever it is. */
    record Disconnect<R>(@Nullable List<Unique<R>> records) implements NestedWrite<R> {}

    /** Relates exactly these records, and no others. */
    record SetTo<R>(List<Unique<R>> records) implements NestedWrite<R> {}

    /** Updates a related record; of a to-one relation, where is null. */
    record Update<R>(@Nullable Unique<R> where, List<Assignment<R>> data) implements NestedWrite<R> {}

    /** Updates all related records that fulfil the condition. */
    record UpdateMany<R>(Condition<R> where, List<FieldAssignment<R>> data) implements NestedWrite<R> {}

    /** Updates a related record, or creates it; of a to-one relation, where is null. */
    record Upsert<R>(@Nullable Unique<R> where, NewRecord<R> create, List<Assignment<R>> update)
            implements NestedWrite<R> {}

    /** Deletes related records; of a to-one relation, null means whichever it is. */
    record Delete<R>(@Nullable List<Unique<R>> records) implements NestedWrite<R> {}

    /** Deletes all related records that fulfil the condition. */
    record DeleteMany<R>(Condition<R> where) implements NestedWrite<R> {}
}
