package dev.caspian.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A write to the records that a relation leads to. Of a relation to one record, an empty condition means whichever it is.
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

    /** Ends the relation with the records that fulfil one of the conditions. */
    record Disconnect<R>(List<? extends Condition<R>> records) implements NestedWrite<R> {}

    /** Relates exactly these records, and no others. */
    record SetTo<R>(List<Unique<R>> records) implements NestedWrite<R> {}

    /** Updates the related record that fulfils the condition. */
    record Update<R>(Condition<R> where, List<Assignment<R>> data) implements NestedWrite<R> {}

    /** Updates the related records that fulfil the condition, or so many of them. */
    record UpdateMany<R>(Condition<R> where, @Nullable Integer limit, List<FieldAssignment<R>> data)
            implements NestedWrite<R> {}

    /** Updates the related record that fulfils the condition, or creates it. */
    record Upsert<R>(Condition<R> where, NewRecord<R> create, List<Assignment<R>> update) implements NestedWrite<R> {}

    /** Deletes for each of the conditions the related record that fulfils it. */
    record Delete<R>(List<? extends Condition<R>> records) implements NestedWrite<R> {}

    /** Deletes the related records that fulfil the condition, or so many of them. */
    record DeleteMany<R>(Condition<R> where, @Nullable Integer limit) implements NestedWrite<R> {}
}
