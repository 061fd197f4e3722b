package dev.caspian.execute;

import dev.caspian.query.AggregateResult;
import dev.caspian.query.Aggregation;
import dev.caspian.query.CreateMany;
import dev.caspian.query.DeleteMany;
import dev.caspian.query.FindMany;
import dev.caspian.query.Group;
import dev.caspian.query.GroupBy;
import dev.caspian.query.NewRecord;
import dev.caspian.query.Returning;
import dev.caspian.query.Unique;
import dev.caspian.query.Update;
import dev.caspian.query.UpdateMany;
import dev.caspian.query.Upsert;
import dev.caspian.record.PrismaRecord;
import dev.caspian.record.RecordType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Answers queries: plans them, runs the plans and makes records of the rows. Thread-safe. */
public interface QueryEngine {

    <M extends PrismaRecord> Optional<M> findUnique(RecordType<M> type, Unique<M> where, Returning<M> returning);

    <M extends PrismaRecord> Optional<M> findFirst(RecordType<M> type, FindMany<M> query);

    <M extends PrismaRecord> List<M> findMany(RecordType<M> type, FindMany<M> query);

    <M extends PrismaRecord> Stream<M> stream(RecordType<M> type, FindMany<M> query);

    <M extends PrismaRecord> long count(RecordType<M> type, FindMany<M> query);

    <M extends PrismaRecord> boolean exists(RecordType<M> type, FindMany<M> query);

    <M extends PrismaRecord> AggregateResult<M> aggregate(RecordType<M> type, Aggregation<M> aggregation);

    <M extends PrismaRecord> List<Group<M>> groupBy(RecordType<M> type, GroupBy<M> grouping);

    <M extends PrismaRecord> M create(RecordType<M> type, NewRecord<M> record, Returning<M> returning);

    <M extends PrismaRecord> long createMany(RecordType<M> type, CreateMany<M, ?> records);

    <M extends PrismaRecord> List<M> createManyAndReturn(
            RecordType<M> type, CreateMany<M, ?> records, Returning<M> returning);

    <M extends PrismaRecord> M update(RecordType<M> type, Update<M> update);

    <M extends PrismaRecord> long updateMany(RecordType<M> type, UpdateMany<M> update);

    <M extends PrismaRecord> List<M> updateManyAndReturn(
            RecordType<M> type, UpdateMany<M> update, Returning<M> returning);

    <M extends PrismaRecord> M upsert(RecordType<M> type, Upsert<M, ?> upsert);

    <M extends PrismaRecord> M delete(RecordType<M> type, Unique<M> where, Returning<M> returning);

    <M extends PrismaRecord> long deleteMany(RecordType<M> type, DeleteMany<M> deletion);

    /** The error of a record that had to be there. */
    RuntimeException notFound(RecordType<?> type);
}
