package dev.caspian.client;

import dev.caspian.client.Operation.Kind;
import dev.caspian.execute.QueryEngine;
import dev.caspian.query.AggregateResult;
import dev.caspian.query.Aggregation;
import dev.caspian.query.Condition;
import dev.caspian.query.FindMany;
import dev.caspian.query.Given;
import dev.caspian.query.Group;
import dev.caspian.query.GroupBy;
import dev.caspian.query.Projection;
import dev.caspian.query.Returning;
import dev.caspian.query.Unique;
import dev.caspian.record.PrismaRecord;
import dev.caspian.record.RecordType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The queries that read records of one model; generated clients of views extend it. Thread-safe.
 *
 * @param <M> the model
 */
public abstract class ReadClient<M extends PrismaRecord> {

    private final QueryEngine engine;
    final Interception interception;
    final RecordType<M> type;

    protected ReadClient(CaspianClient client, RecordType<M> type) {
        this.engine = client.engines().queries();
        this.interception = client.interception();
        this.type = type;
    }

    /** The record with this unique key. */
    public final Optional<M> findUnique(Unique<M> where) {
        return unique(Given.value(where, "findUnique(…)"), new Returning<>());
    }

    /** The record with this unique key, in a shape of its own. */
    public final Optional<M> findUnique(Unique<M> where, UnaryOperator<Returning<M>> returning) {
        return unique(Given.value(where, "findUnique(…)"), Given.filled(returning, new Returning<>(), "findUnique(…)"));
    }

    private Optional<M> unique(Unique<M> where, Returning<M> returning) {
        return interception.run(
                Kind.FIND_UNIQUE,
                type,
                new Arguments.Keyed<>(where, returning),
                found -> engine.findUnique(type, found.where(), found.returning()));
    }

    /**
     * The record with this unique key.
     *
     * @throws dev.caspian.error.RecordNotFoundException if there is none
     */
    public final M findUniqueOrThrow(Unique<M> where) {
        return findUnique(where).orElseThrow(() -> engine.notFound(type));
    }

    /**
     * The record with this unique key, in a shape of its own.
     *
     * @throws dev.caspian.error.RecordNotFoundException if there is none
     */
    public final M findUniqueOrThrow(Unique<M> where, UnaryOperator<Returning<M>> returning) {
        return findUnique(where, returning).orElseThrow(() -> engine.notFound(type));
    }

    /** The first record that fulfils all these conditions. */
    @SafeVarargs
    public final Optional<M> findFirst(Condition<M>... conditions) {
        return findFirst(query -> query.where(conditions));
    }

    /** The first record of the query. */
    public final Optional<M> findFirst(UnaryOperator<FindMany<M>> query) {
        return interception.run(
                Kind.FIND_FIRST,
                type,
                new Arguments.Queried<>(Given.filled(query, new FindMany<>(), "findFirst(…)")),
                found -> engine.findFirst(type, found.query()));
    }

    /**
     * The first record that fulfils all these conditions.
     *
     * @throws dev.caspian.error.RecordNotFoundException if there is none
     */
    @SafeVarargs
    public final M findFirstOrThrow(Condition<M>... conditions) {
        return findFirst(conditions).orElseThrow(() -> engine.notFound(type));
    }

    /**
     * The first record of the query.
     *
     * @throws dev.caspian.error.RecordNotFoundException if there is none
     */
    public final M findFirstOrThrow(UnaryOperator<FindMany<M>> query) {
        return findFirst(query).orElseThrow(() -> engine.notFound(type));
    }

    /** All records that fulfil all these conditions. */
    @SafeVarargs
    public final List<M> findMany(Condition<M>... conditions) {
        return findMany(query -> query.where(conditions));
    }

    /** All records of the query. */
    public final List<M> findMany(UnaryOperator<FindMany<M>> query) {
        return interception.run(
                Kind.FIND_MANY,
                type,
                new Arguments.Queried<>(Given.filled(query, new FindMany<>(), "findMany(…)")),
                found -> engine.findMany(type, found.query()));
    }

    /** One value of each record of the query. */
    @SuppressWarnings("unchecked") // The engine reads each projection as its type.
    public final <A extends @Nullable Object> List<A> findMany(UnaryOperator<FindMany<M>> query, Projection<M, A> a) {
        return project(query, Arrays.asList(a), row -> (A) row[0]);
    }

    /** Two values of each record of the query, as something of your own. */
    @SuppressWarnings("unchecked") // The engine reads each projection as its type.
    public final <A, B, T> List<T> findMany(
            UnaryOperator<FindMany<M>> query,
            Projection<M, A> a,
            Projection<M, B> b,
            Rows.Of2<? super A, ? super B, ? extends T> row) {
        return project(query, Arrays.asList(a, b), v -> row.make((A) v[0], (B) v[1]));
    }

    /** Three values of each record of the query, as something of your own. */
    @SuppressWarnings("unchecked") // The engine reads each projection as its type.
    public final <A, B, C, T> List<T> findMany(
            UnaryOperator<FindMany<M>> query,
            Projection<M, A> a,
            Projection<M, B> b,
            Projection<M, C> c,
            Rows.Of3<? super A, ? super B, ? super C, ? extends T> row) {
        return project(query, Arrays.asList(a, b, c), v -> row.make((A) v[0], (B) v[1], (C) v[2]));
    }

    /** Four values of each record of the query, as something of your own. */
    @SuppressWarnings("unchecked") // The engine reads each projection as its type.
    public final <A, B, C, D, T> List<T> findMany(
            UnaryOperator<FindMany<M>> query,
            Projection<M, A> a,
            Projection<M, B> b,
            Projection<M, C> c,
            Projection<M, D> d,
            Rows.Of4<? super A, ? super B, ? super C, ? super D, ? extends T> row) {
        return project(query, Arrays.asList(a, b, c, d), v -> row.make((A) v[0], (B) v[1], (C) v[2], (D) v[3]));
    }

    /** Five values of each record of the query, as something of your own. */
    @SuppressWarnings("unchecked") // The engine reads each projection as its type.
    public final <A, B, C, D, E, T> List<T> findMany(
            UnaryOperator<FindMany<M>> query,
            Projection<M, A> a,
            Projection<M, B> b,
            Projection<M, C> c,
            Projection<M, D> d,
            Projection<M, E> e,
            Rows.Of5<? super A, ? super B, ? super C, ? super D, ? super E, ? extends T> row) {
        return project(
                query, Arrays.asList(a, b, c, d, e), v -> row.make((A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4]));
    }

    /** Six values of each record of the query, as something of your own. */
    @SuppressWarnings("unchecked") // The engine reads each projection as its type.
    public final <A, B, C, D, E, F, T> List<T> findMany(
            UnaryOperator<FindMany<M>> query,
            Projection<M, A> a,
            Projection<M, B> b,
            Projection<M, C> c,
            Projection<M, D> d,
            Projection<M, E> e,
            Projection<M, F> f,
            Rows.Of6<? super A, ? super B, ? super C, ? super D, ? super E, ? super F, ? extends T> row) {
        return project(
                query,
                Arrays.asList(a, b, c, d, e, f),
                v -> row.make((A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4], (F) v[5]));
    }

    /** Seven values of each record of the query, as something of your own. */
    @SuppressWarnings("unchecked") // The engine reads each projection as its type.
    public final <A, B, C, D, E, F, G, T> List<T> findMany(
            UnaryOperator<FindMany<M>> query,
            Projection<M, A> a,
            Projection<M, B> b,
            Projection<M, C> c,
            Projection<M, D> d,
            Projection<M, E> e,
            Projection<M, F> f,
            Projection<M, G> g,
            Rows.Of7<? super A, ? super B, ? super C, ? super D, ? super E, ? super F, ? super G, ? extends T> row) {
        return project(
                query,
                Arrays.asList(a, b, c, d, e, f, g),
                v -> row.make((A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4], (F) v[5], (G) v[6]));
    }

    /** Eight values of each record of the query, as something of your own. */
    @SuppressWarnings("unchecked") // The engine reads each projection as its type.
    public final <A, B, C, D, E, F, G, H, T> List<T> findMany(
            UnaryOperator<FindMany<M>> query,
            Projection<M, A> a,
            Projection<M, B> b,
            Projection<M, C> c,
            Projection<M, D> d,
            Projection<M, E> e,
            Projection<M, F> f,
            Projection<M, G> g,
            Projection<M, H> h,
            Rows.Of8<
                            ? super A,
                            ? super B,
                            ? super C,
                            ? super D,
                            ? super E,
                            ? super F,
                            ? super G,
                            ? super H,
                            ? extends T>
                    row) {
        return project(
                query,
                Arrays.asList(a, b, c, d, e, f, g, h),
                v -> row.make((A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4], (F) v[5], (G) v[6], (H) v[7]));
    }

    private <T> List<T> project(
            UnaryOperator<FindMany<M>> query,
            List<Projection<M, ?>> projections,
            Function<@Nullable Object[], ? extends T> row) {
        projections.forEach(projection -> Given.value(projection, "findMany(…)"));
        return interception.run(
                Kind.FIND_MANY,
                type,
                new Arguments.Queried<>(Given.filled(query, new FindMany<>(), "findMany(…)")),
                found -> {
                    List<T> rows = new ArrayList<>();
                    for (@Nullable Object[] values : engine.project(type, found.query(), projections)) {
                        rows.add(row.apply(values));
                    }
                    return rows;
                });
    }

    /**
     * All records that fulfil all these conditions, read one after the other in constant memory.
     *
     * <p>The stream holds a connection: close it.
     */
    @SafeVarargs
    public final Stream<M> stream(Condition<M>... conditions) {
        return stream(query -> query.where(conditions));
    }

    /**
     * All records of the query, read one after the other in constant memory.
     *
     * <p>The stream holds a connection: close it.
     */
    public final Stream<M> stream(UnaryOperator<FindMany<M>> query) {
        return interception.run(
                Kind.STREAM,
                type,
                new Arguments.Queried<>(Given.filled(query, new FindMany<>(), "stream(…)")),
                found -> engine.stream(type, found.query()));
    }

    /** The number of records that fulfil all these conditions. */
    @SafeVarargs
    public final long count(Condition<M>... conditions) {
        return count(query -> query.where(conditions));
    }

    /** The number of records of the query. */
    public final long count(UnaryOperator<FindMany<M>> query) {
        return interception.run(
                Kind.COUNT,
                type,
                new Arguments.Queried<>(Given.filled(query, new FindMany<>(), "count(…)")),
                found -> engine.count(type, found.query()));
    }

    /** Whether any record fulfils all these conditions. */
    @SafeVarargs
    public final boolean exists(Condition<M>... conditions) {
        return interception.run(
                Kind.EXISTS,
                type,
                new Arguments.Queried<>(new FindMany<M>().where(conditions)),
                found -> engine.exists(type, found.query()));
    }

    /** Calculates over all records, or those that the aggregation names. */
    public final AggregateResult<M> aggregate(UnaryOperator<Aggregation<M>> aggregation) {
        return interception.run(
                Kind.AGGREGATE,
                type,
                new Arguments.Calculated<>(Given.filled(aggregation, new Aggregation<>(), "aggregate(…)")),
                found -> engine.aggregate(type, found.aggregation()));
    }

    /** Groups records, and calculates over each group. */
    public final List<Group<M>> groupBy(UnaryOperator<GroupBy<M>> grouping) {
        return interception.run(
                Kind.GROUP_BY,
                type,
                new Arguments.Grouped<>(Given.filled(grouping, new GroupBy<>(), "groupBy(…)")),
                found -> engine.groupBy(type, found.grouping()));
    }
}
