package dev.caspian.client;

import dev.caspian.client.Operation.Kind;
import dev.caspian.execute.WriteEngine;
import dev.caspian.query.Assignment;
import dev.caspian.query.Condition;
import dev.caspian.query.CreateMany;
import dev.caspian.query.Creation;
import dev.caspian.query.DeleteMany;
import dev.caspian.query.Draft;
import dev.caspian.query.Given;
import dev.caspian.query.Returning;
import dev.caspian.query.Unique;
import dev.caspian.query.Update;
import dev.caspian.query.UpdateMany;
import dev.caspian.query.Upsert;
import dev.caspian.record.PrismaRecord;
import dev.caspian.record.RecordType;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The queries of one model; generated clients extend it. Thread-safe. Each call is atomic, nested writes included.
 *
 * @param <M> the model
 * @param <S> the first stage of its builder
 */
public abstract class ModelClient<M extends PrismaRecord, S> extends ReadClient<M> {

    private final WriteEngine engine;
    private final Supplier<? extends Draft<M>> draft;

    protected ModelClient(CaspianClient client, RecordType<M> type, Supplier<? extends Draft<M>> draft) {
        super(client, type);
        this.engine = client.engines().writes();
        this.draft = draft;
    }

    /** Creates a record. */
    public final M create(Function<? super S, ? extends Creation<M>> record) {
        return created(record, new Returning<>());
    }

    /** Creates a record, and returns it in a shape of its own. */
    public final M create(Function<? super S, ? extends Creation<M>> record, UnaryOperator<Returning<M>> returning) {
        return created(record, Given.filled(returning, new Returning<>(), "create(…)"));
    }

    private M created(Function<? super S, ? extends Creation<M>> record, Returning<M> returning) {
        return interception.run(
                Kind.CREATE,
                type,
                new Arguments.Created<>(Draft.fill(draft, record), returning),
                given -> engine.create(type, given.record(), given.returning()));
    }

    /** Creates many records: all of them or, when one fails, none. Returns how many. */
    public final long createMany(UnaryOperator<CreateMany<M, S>> records) {
        CreateMany<M, S> filled = Given.filled(records, new CreateMany<>(draft), "createMany(…)");
        return interception.run(
                Kind.CREATE_MANY,
                type,
                new Arguments.CreatedMany<>(filled),
                given -> engine.createMany(type, given.records()));
    }

    /** Creates many records, and returns them in the order in which they were given. */
    public final List<M> createManyAndReturn(UnaryOperator<CreateMany<M, S>> records) {
        return createManyAndReturn(records, returning -> returning);
    }

    /** Creates many records, and returns them in a shape of their own. */
    public final List<M> createManyAndReturn(
            UnaryOperator<CreateMany<M, S>> records, UnaryOperator<Returning<M>> returning) {
        CreateMany<M, S> filled = Given.filled(records, new CreateMany<>(draft), "createManyAndReturn(…)");
        Returning<M> shape = Given.filled(returning, new Returning<>(), "createManyAndReturn(…)");
        return interception.run(
                Kind.CREATE_MANY_AND_RETURN,
                type,
                new Arguments.CreatedMany<>(filled),
                given -> engine.createManyAndReturn(type, given.records(), shape));
    }

    /**
     * Updates the record with this unique key, and returns it.
     *
     * @throws dev.caspian.error.RecordNotFoundException if there is none
     */
    @SafeVarargs
    public final M update(Unique<M> where, Assignment<M>... assignments) {
        return update(update -> update.where(where).data(assignments));
    }

    /**
     * Updates the record with this unique key, and returns it.
     *
     * @throws dev.caspian.error.RecordNotFoundException if there is none
     */
    public final M update(Unique<M> where, Collection<? extends Assignment<M>> assignments) {
        return update(update -> update.where(where).data(assignments));
    }

    /**
     * Updates one record, and returns it.
     *
     * @throws dev.caspian.error.RecordNotFoundException if there is none
     */
    public final M update(UnaryOperator<Update<M>> update) {
        return interception.run(
                Kind.UPDATE,
                type,
                new Arguments.Updated<>(Given.filled(update, new Update<>(), "update(…)")),
                given -> engine.update(type, given.update()));
    }

    /** Updates many records. Returns how many. */
    public final long updateMany(UnaryOperator<UpdateMany<M>> update) {
        return interception.run(
                Kind.UPDATE_MANY,
                type,
                new Arguments.UpdatedMany<>(Given.filled(update, new UpdateMany<>(), "updateMany(…)")),
                given -> engine.updateMany(type, given.update()));
    }

    /** Updates many records, and returns them. */
    public final List<M> updateManyAndReturn(UnaryOperator<UpdateMany<M>> update) {
        return updateManyAndReturn(update, returning -> returning);
    }

    /** Updates many records, and returns them in a shape of their own. */
    public final List<M> updateManyAndReturn(
            UnaryOperator<UpdateMany<M>> update, UnaryOperator<Returning<M>> returning) {
        Returning<M> shape = Given.filled(returning, new Returning<>(), "updateManyAndReturn(…)");
        return interception.run(
                Kind.UPDATE_MANY_AND_RETURN,
                type,
                new Arguments.UpdatedMany<>(Given.filled(update, new UpdateMany<>(), "updateManyAndReturn(…)")),
                given -> engine.updateManyAndReturn(type, given.update(), shape));
    }

    /** Updates one record, or creates it where there is none, and returns it. */
    public final M upsert(UnaryOperator<Upsert<M, S>> upsert) {
        Upsert<M, S> filled = Given.filled(upsert, new Upsert<>(draft), "upsert(…)");
        return interception.run(
                Kind.UPSERT, type, new Arguments.Upserted<>(filled), given -> engine.upsert(type, given.upsert()));
    }

    /**
     * Deletes the record with this unique key, and returns what it was.
     *
     * @throws dev.caspian.error.RecordNotFoundException if there is none
     */
    public final M delete(Unique<M> where) {
        return deleted(Given.value(where, "delete(…)"), new Returning<>());
    }

    /**
     * Deletes the record with this unique key, and returns what it was in a shape of its own.
     *
     * @throws dev.caspian.error.RecordNotFoundException if there is none
     */
    public final M delete(Unique<M> where, UnaryOperator<Returning<M>> returning) {
        return deleted(Given.value(where, "delete(…)"), Given.filled(returning, new Returning<>(), "delete(…)"));
    }

    private M deleted(Unique<M> where, Returning<M> returning) {
        return interception.run(
                Kind.DELETE,
                type,
                new Arguments.Keyed<>(where, returning),
                given -> engine.delete(type, given.where(), given.returning()));
    }

    /** Deletes all records that fulfil all these conditions. Returns how many. */
    @SafeVarargs
    public final long deleteMany(Condition<M>... conditions) {
        return deleteMany(deletion -> deletion.where(conditions));
    }

    /** Deletes many records. Returns how many. */
    public final long deleteMany(UnaryOperator<DeleteMany<M>> deletion) {
        return interception.run(
                Kind.DELETE_MANY,
                type,
                new Arguments.DeletedMany<>(Given.filled(deletion, new DeleteMany<>(), "deleteMany(…)")),
                given -> engine.deleteMany(type, given.deletion()));
    }
}
