package dev.caspian.plan;

import dev.caspian.query.Aggregate;
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
import dev.caspian.schema.ScalarField;
import dev.caspian.schema.Schema;
import dev.caspian.sql.ColumnType;
import dev.caspian.sql.Insert;
import dev.caspian.sql.Output;
import dev.caspian.sql.Select;
import dev.caspian.sql.Statement;
import dev.caspian.sql.dialect.Dialect;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Plans queries of one schema. Immutable. Each plan is good for every query of the same {@link Shape}. */
public final class QueryPlanner {

    /** Instead of a number of rows: the plan is good for any number, whose values are bound as lists. */
    public static final int ANY_NUMBER = 0;

    private final Schema schema;
    private final RecordTypes types;
    private final Dialect dialect;
    private final Set<String> tables;

    public QueryPlanner(Schema schema, RecordTypes types, Dialect dialect) {
        this.dialect = dialect;
        this.schema = schema;
        this.types = types;
        this.tables = Tables.names(schema);
    }

    private <P> P plan(Shape shape, Function<Planning, P> steps) {
        Planning planning = new Planning(dialect, tables);
        P plan = steps.apply(planning);
        planning.requireOrderOf(shape);
        return plan;
    }

    private ReadPlanner reads(Planning planning) {
        return new ReadPlanner(schema, types, planning);
    }

    private Model model(RecordType<?> type) {
        return schema.model(type.model());
    }

    /** The records of a query. */
    public ReadPlan find(Shape shape, RecordType<?> type, FindMany<?> query) {
        return plan(shape, planning -> reads(planning).find(type, query));
    }

    /** Single values of the records of a query. */
    public ValuesPlan project(
            Shape shape, RecordType<?> type, FindMany<?> query, List<? extends Projection<?, ?>> projections) {
        return plan(shape, planning -> new ProjectionPlanner(Scope.of(model(type)), planning).plan(query, projections));
    }

    /** The record of a unique key. */
    public ReadPlan findUnique(Shape shape, RecordType<?> type, Unique<?> where, Returning<?> returning) {
        return plan(shape, planning -> reads(planning).unique(type, where, returning));
    }

    /** What is calculated over records. */
    public ValuesPlan aggregate(Shape shape, RecordType<?> type, Aggregation<?> aggregation) {
        List<? extends Aggregate<?, ?>> aggregates = aggregation.aggregates();
        return plan(
                shape,
                planning -> new AggregatePlanner(Scope.of(model(type)), planning)
                        .aggregate(aggregation.records(), aggregates));
    }

    /** Groups of records. */
    public ValuesPlan groupBy(Shape shape, RecordType<?> type, GroupBy<?> grouping) {
        return plan(shape, planning -> new AggregatePlanner(Scope.of(model(type)), planning).groups(grouping));
    }

    /** The record of a unique key, which is going to be deleted. */
    public ReadPlan lockForDelete(Shape shape, RecordType<?> type, Unique<?> where, Returning<?> returning) {
        return plan(shape, planning -> reads(planning).lockedForDelete(type, where, returning));
    }

    /** The records of a list of keys. */
    public KeyedPlan findByKeys(Shape shape, RecordType<?> type, Returning<?> returning) {
        return plan(shape, planning -> reads(planning).byKeys(type, returning));
    }

    /** Whether an INSERT of these fields can be planned for {@link #ANY_NUMBER} of rows. */
    public boolean insertsLists(List<ScalarField> fields) {
        // A list of lists would be a matrix, whose rows all have the same length.
        return dialect.insertsLists()
                && !fields.isEmpty()
                && fields.stream().noneMatch(field -> Tables.type(field).list());
    }

    /**
     * New records, returned. The parameters are the values of what is returned, which the shape has, then those of the
     * first record, then those of the next.
     */
    public ReadPlan insertReturning(
            Shape shape,
            RecordType<?> type,
            List<ScalarField> fields,
            int rows,
            boolean skipDuplicates,
            Returning<?> returning) {
        Model model = model(type);
        int first = shape.arguments().size();
        return plan(
                shape,
                planning -> reads(planning)
                        .returning(
                                type,
                                Scope.of(model),
                                returning,
                                outputs -> WritePlanner.insert(
                                        model, fields, rows, first, skipping(skipDuplicates), outputs)));
    }

    /** New records. The parameters are the values of the first, then those of the next. */
    public WritePlan insert(
            Model model, List<ScalarField> fields, int rows, boolean skipDuplicates, List<ScalarField> returned) {
        return write(
                model,
                returned,
                outputs -> WritePlanner.insert(model, fields, rows, 0, skipping(skipDuplicates), outputs));
    }

    private static Insert.@Nullable OnConflict skipping(boolean duplicates) {
        return duplicates ? new Insert.OnConflict.Skip() : null;
    }

    private static WritePlan write(
            Model model, List<ScalarField> returned, Function<List<Output>, Statement> statement) {
        List<Output> outputs = Tables.columns(model.databaseName(), returned).stream()
                .map(Output::of)
                .toList();
        List<ColumnType> columns = returned.stream().map(Tables::type).toList();
        return new WritePlan(model, statement.apply(outputs), columns);
    }

    /** New values for records, which are returned. */
    public ReadPlan updateReturning(
            Shape shape,
            RecordType<?> type,
            List<? extends Condition<?>> where,
            List<? extends FieldAssignment<?>> assignments,
            Returning<?> returning) {
        return plan(
                shape,
                planning -> reads(planning)
                        .returning(
                                type,
                                Scope.of(model(type)),
                                returning,
                                outputs ->
                                        new WritePlanner(model(type), planning).update(where, assignments, outputs)));
    }

    /** New values for records. */
    public WritePlan update(
            Shape shape,
            Model model,
            List<? extends Condition<?>> where,
            List<? extends FieldAssignment<?>> assignments,
            List<ScalarField> returned) {
        return plan(
                shape,
                planning -> write(
                        model,
                        returned,
                        outputs -> new WritePlanner(model, planning).update(where, assignments, outputs)));
    }

    /** A new record or, where its key exists, new values for the record that has it; it is returned. */
    public ReadPlan upsertReturning(
            Shape shape,
            RecordType<?> type,
            List<ScalarField> fields,
            List<? extends @Nullable Object> row,
            List<ScalarField> key,
            List<? extends FieldAssignment<?>> assignments,
            Returning<?> returning) {
        return plan(
                shape,
                planning -> reads(planning)
                        .returning(
                                type,
                                Scope.of(model(type)),
                                returning,
                                outputs -> new WritePlanner(model(type), planning)
                                        .upsert(fields, row, key, assignments, outputs)));
    }

    /** A record that goes, and is returned. */
    public ReadPlan deleteReturning(Shape shape, RecordType<?> type, Unique<?> where, Returning<?> returning) {
        return plan(
                shape,
                planning -> reads(planning)
                        .returning(
                                type,
                                Scope.of(model(type)),
                                returning,
                                outputs -> new WritePlanner(model(type), planning).delete(List.of(where), outputs)));
    }

    /** Records that go. */
    public WritePlan delete(Shape shape, Model model, List<? extends Condition<?>> where) {
        return plan(
                shape,
                planning ->
                        write(model, List.of(), outputs -> new WritePlanner(model, planning).delete(where, outputs)));
    }

    /**
     * The values of some fields of the records that fulfil all conditions.
     *
     * @param limit how many records at most, or null for all
     * @param lock what is going to happen to them, or null for nothing
     */
    public WritePlan select(
            Shape shape,
            Model model,
            List<? extends Condition<?>> where,
            @Nullable Integer limit,
            Select.@Nullable Lock lock,
            List<ScalarField> returned) {
        return plan(
                shape,
                planning -> write(
                        model,
                        returned,
                        outputs -> new WritePlanner(model, planning).select(where, limit, lock, outputs)));
    }
}
