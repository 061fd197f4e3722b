package dev.caspian.execute;

import dev.caspian.plan.JoinTablePlanner;
import dev.caspian.plan.KeyedPlan;
import dev.caspian.plan.QueryPlanner;
import dev.caspian.plan.ReadPlan;
import dev.caspian.plan.Shape;
import dev.caspian.plan.ValuesPlan;
import dev.caspian.plan.WritePlan;
import dev.caspian.query.Aggregation;
import dev.caspian.query.Condition;
import dev.caspian.query.FieldAssignment;
import dev.caspian.query.FindMany;
import dev.caspian.query.GroupBy;
import dev.caspian.query.Projection;
import dev.caspian.query.Returning;
import dev.caspian.query.Unique;
import dev.caspian.record.RecordType;
import dev.caspian.schema.Model;
import dev.caspian.schema.Relation;
import dev.caspian.schema.RelationField;
import dev.caspian.schema.ScalarField;
import dev.caspian.sql.Select;
import dev.caspian.sql.render.RenderedStatement;
import dev.caspian.sql.render.StatementRenderer;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Plans queries and renders them, each shape once. Thread-safe. */
final class Plans {

    /** A query of values with its SQL. */
    record RenderedValues(ValuesPlan plan, RenderedStatement statement) {}

    /** A query of the records of a list of keys, with the key in its rows. */
    record RenderedKeyed(RenderedRead read, Key key) {}

    private record InsertKey(
            Model model, List<ScalarField> fields, int rows, boolean skips, List<ScalarField> returned) {}

    private record InsertedShape(Shape returned, List<ScalarField> fields, int rows, boolean skips) {}

    private record JoinKey(RelationField end, String operation) {}

    private final QueryPlanner planner;
    private final StatementRenderer renderer;
    private final PlanCache cache = new PlanCache();

    Plans(QueryPlanner planner, StatementRenderer renderer) {
        this.planner = planner;
        this.renderer = renderer;
    }

    /** Plans of long queries, which are rarely of the same shape again, would fill the memory. */
    private <P> P cached(Shape shape, Supplier<P> planning) {
        return shape.isLarge() ? planning.get() : cache.get(shape, shape::withoutArguments, planning);
    }

    private RenderedRead read(Shape shape, Function<Shape, ReadPlan> planning) {
        return cached(shape, () -> new RenderedRead(planning.apply(shape), renderer));
    }

    private RenderedWrite write(Shape shape, Function<Shape, WritePlan> planning) {
        return cached(shape, () -> RenderedWrite.of(planning.apply(shape), renderer));
    }

    private RenderedValues values(Shape shape, Function<Shape, ValuesPlan> planning) {
        return cached(shape, () -> {
            ValuesPlan plan = planning.apply(shape);
            return new RenderedValues(plan, renderer.render(plan.select()));
        });
    }

    RenderedRead find(Shape shape, RecordType<?> type, FindMany<?> query) {
        return read(shape, missing -> planner.find(missing, type, query));
    }

    RenderedRead findUnique(Shape shape, RecordType<?> type, Unique<?> where, Returning<?> returning) {
        return read(shape, missing -> planner.findUnique(missing, type, where, returning));
    }

    RenderedValues project(
            Shape shape, RecordType<?> type, FindMany<?> query, List<? extends Projection<?, ?>> projections) {
        return values(shape, missing -> planner.project(missing, type, query, projections));
    }

    RenderedValues aggregate(Shape shape, RecordType<?> type, Aggregation<?> aggregation) {
        return values(shape, missing -> planner.aggregate(missing, type, aggregation));
    }

    RenderedValues groupBy(Shape shape, RecordType<?> type, GroupBy<?> grouping) {
        return values(shape, missing -> planner.groupBy(missing, type, grouping));
    }

    /** The shape holds the returned fields only; the inserted ones are part of the key here. */
    RenderedRead insertReturning(
            Shape shape,
            RecordType<?> type,
            List<ScalarField> fields,
            int rows,
            boolean skipDuplicates,
            Returning<?> returning) {
        int planned = planned(fields, rows);
        InsertedShape lookup = new InsertedShape(shape, fields, planned, skipDuplicates);
        return cache.get(
                lookup,
                () -> new InsertedShape(shape.withoutArguments(), fields, planned, skipDuplicates),
                () -> new RenderedRead(
                        planner.insertReturning(shape, type, fields, planned, skipDuplicates, returning), renderer));
    }

    RenderedWrite insert(
            Model model, List<ScalarField> fields, int rows, boolean skipDuplicates, List<ScalarField> returned) {
        int planned = planned(fields, rows);
        InsertKey key = new InsertKey(model, fields, planned, skipDuplicates, returned);
        return cache.get(
                key,
                () -> key,
                () -> RenderedWrite.of(planner.insert(model, fields, planned, skipDuplicates, returned), renderer));
    }

    /** Whether many rows with these fields are inserted by the same statement, however many they are. */
    boolean insertsLists(List<ScalarField> fields) {
        return planner.insertsLists(fields);
    }

    private int planned(List<ScalarField> fields, int rows) {
        return Batches.areMany(rows) && insertsLists(fields) ? QueryPlanner.ANY_NUMBER : rows;
    }

    RenderedRead updateReturning(
            Shape shape,
            RecordType<?> type,
            List<? extends Condition<?>> where,
            List<? extends FieldAssignment<?>> assignments,
            Returning<?> returning) {
        return read(shape, missing -> planner.updateReturning(missing, type, where, assignments, returning));
    }

    RenderedWrite update(
            Shape shape,
            Model model,
            List<? extends Condition<?>> where,
            List<? extends FieldAssignment<?>> assignments,
            List<ScalarField> returned) {
        return write(shape, missing -> planner.update(missing, model, where, assignments, returned));
    }

    RenderedRead upsertReturning(
            Shape shape,
            RecordType<?> type,
            List<ScalarField> fields,
            List<? extends @Nullable Object> row,
            List<ScalarField> key,
            List<? extends FieldAssignment<?>> assignments,
            Returning<?> returning) {
        return read(shape, missing -> planner.upsertReturning(missing, type, fields, row, key, assignments, returning));
    }

    RenderedRead deleteReturning(Shape shape, RecordType<?> type, Unique<?> where, Returning<?> returning) {
        return read(shape, missing -> planner.deleteReturning(missing, type, where, returning));
    }

    RenderedWrite delete(Shape shape, Model model, List<? extends Condition<?>> where) {
        return write(shape, missing -> planner.delete(missing, model, where));
    }

    RenderedWrite select(
            Shape shape,
            Model model,
            List<? extends Condition<?>> where,
            @Nullable Integer limit,
            Select.@Nullable Lock lock,
            List<ScalarField> returned) {
        return write(shape, missing -> planner.select(missing, model, where, limit, lock, returned));
    }

    RenderedRead lockForDelete(Shape shape, RecordType<?> type, Unique<?> where, Returning<?> returning) {
        return read(shape, missing -> planner.lockForDelete(missing, type, where, returning));
    }

    RenderedKeyed findByKeys(Shape shape, RecordType<?> type, Returning<?> returning) {
        return cached(shape, () -> {
            KeyedPlan keyed = planner.findByKeys(shape, type, returning);
            return new RenderedKeyed(new RenderedRead(keyed.plan(), renderer), new Key(keyed.key(), keyed.plan()));
        });
    }

    RenderedWrite relate(RelationField end, Relation.ManyToMany relation, int others) {
        JoinKey key = new JoinKey(end, "relate " + others);
        return cache.get(
                key, () -> key, () -> RenderedWrite.of(JoinTablePlanner.relate(end, relation, others), renderer));
    }

    RenderedWrite unrelate(RelationField end, Relation.ManyToMany relation) {
        JoinKey key = new JoinKey(end, "unrelate");
        return cache.get(key, () -> key, () -> RenderedWrite.of(JoinTablePlanner.unrelate(end, relation), renderer));
    }
}
