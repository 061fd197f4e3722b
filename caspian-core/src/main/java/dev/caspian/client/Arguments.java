package dev.caspian.client;

import dev.caspian.query.Aggregation;
import dev.caspian.query.Condition;
import dev.caspian.query.CreateMany;
import dev.caspian.query.DeleteMany;
import dev.caspian.query.FieldAssignment;
import dev.caspian.query.FindMany;
import dev.caspian.query.GroupBy;
import dev.caspian.query.NewRecord;
import dev.caspian.query.Returning;
import dev.caspian.query.Unique;
import dev.caspian.query.Update;
import dev.caspian.query.UpdateMany;
import dev.caspian.query.Upsert;
import java.util.List;

/**
 * What an {@link Operation} was called with, so that an interceptor may add to it. Confined to that call.
 *
 * @param <M> the model
 */
sealed interface Arguments<M> {

    /** Adds conditions; only for operations that have some. */
    default void where(Condition<M>[] conditions) {
        throw new IllegalStateException("An operation without conditions");
    }

    /** Adds values, which replace others of the same fields; only for operations that write some. */
    default void data(List<FieldAssignment<M>> assignments) {
        throw new IllegalStateException("An operation that writes no values");
    }

    /** The arguments of an update of the records that would be deleted; only for deletions. */
    default Arguments<M> asUpdate(List<FieldAssignment<M>> assignments) {
        throw new IllegalStateException("An operation that does not delete");
    }

    @SafeVarargs
    private static <M> Unique<M> and(Unique<M> record, Condition<M>... conditions) {
        Unique<M> narrowed = record;
        for (Condition<M> condition : conditions) {
            narrowed = narrowed.and(condition);
        }
        return narrowed;
    }

    /** Of a call that has nothing to add to. */
    record None<M>() implements Arguments<M> {}

    /** One record by its key. */
    final class Keyed<M> implements Arguments<M> {

        private final Returning<M> returning;
        private Unique<M> where;

        Keyed(Unique<M> where, Returning<M> returning) {
            this.where = where;
            this.returning = returning;
        }

        Unique<M> where() {
            return where;
        }

        Returning<M> returning() {
            return returning;
        }

        @Override
        public void where(Condition<M>[] conditions) {
            where = and(where, conditions);
        }

        @Override
        public Arguments<M> asUpdate(List<FieldAssignment<M>> assignments) {
            Update<M> update = new Update<>(where, returning);
            update.set(assignments);
            return new Updated<>(update);
        }
    }

    /** Records of a query. */
    record Queried<M>(FindMany<M> query) implements Arguments<M> {

        @Override
        public void where(Condition<M>[] conditions) {
            query.where(conditions);
        }
    }

    /** Calculations. */
    record Calculated<M>(Aggregation<M> aggregation) implements Arguments<M> {

        @Override
        public void where(Condition<M>[] conditions) {
            aggregation.where(conditions);
        }
    }

    /** Groups. */
    record Grouped<M>(GroupBy<M> grouping) implements Arguments<M> {

        @Override
        public void where(Condition<M>[] conditions) {
            grouping.where(conditions);
        }
    }

    /** A new record. */
    final class Created<M> implements Arguments<M> {

        private final Returning<M> returning;
        private NewRecord<M> record;

        Created(NewRecord<M> record, Returning<M> returning) {
            this.record = record;
            this.returning = returning;
        }

        NewRecord<M> record() {
            return record;
        }

        Returning<M> returning() {
            return returning;
        }

        @Override
        public void data(List<FieldAssignment<M>> assignments) {
            record = record.with(assignments);
        }
    }

    /** New records. */
    record CreatedMany<M>(CreateMany<M, ?> records) implements Arguments<M> {

        @Override
        public void data(List<FieldAssignment<M>> assignments) {
            records.set(assignments);
        }
    }

    /** A change to one record. */
    record Updated<M>(Update<M> update) implements Arguments<M> {

        @Override
        public void where(Condition<M>[] conditions) {
            update.where(and(update.record(), conditions));
        }

        @Override
        public void data(List<FieldAssignment<M>> assignments) {
            update.set(assignments);
        }
    }

    /** A change to many records. */
    record UpdatedMany<M>(UpdateMany<M> update) implements Arguments<M> {

        @Override
        public void where(Condition<M>[] conditions) {
            update.where(conditions);
        }

        @Override
        public void data(List<FieldAssignment<M>> assignments) {
            update.set(assignments);
        }
    }

    /** A change to one record, or a new one. */
    record Upserted<M>(Upsert<M, ?> upsert) implements Arguments<M> {

        @Override
        public void where(Condition<M>[] conditions) {
            upsert.where(and(upsert.record(), conditions));
        }

        @Override
        public void data(List<FieldAssignment<M>> assignments) {
            upsert.set(assignments);
        }
    }

    /** Records to delete. */
    record DeletedMany<M>(DeleteMany<M> deletion) implements Arguments<M> {

        @Override
        public void where(Condition<M>[] conditions) {
            deletion.where(conditions);
        }

        @Override
        public Arguments<M> asUpdate(List<FieldAssignment<M>> assignments) {
            UpdateMany<M> update = new UpdateMany<>(deletion.matching());
            update.set(assignments);
            return new UpdatedMany<>(update);
        }
    }
}
