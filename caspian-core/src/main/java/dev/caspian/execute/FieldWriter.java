package dev.caspian.execute;

import dev.caspian.plan.Shape;
import dev.caspian.plan.ShapeWriter;
import dev.caspian.plan.Tables;
import dev.caspian.query.Condition;
import dev.caspian.query.FieldAssignment;
import dev.caspian.query.ToMany;
import dev.caspian.query.TypedField;
import dev.caspian.query.TypedRelation;
import dev.caspian.query.Unique;
import dev.caspian.schema.Model;
import dev.caspian.schema.Relation;
import dev.caspian.schema.RelationField;
import dev.caspian.schema.ScalarField;
import dev.caspian.sql.ColumnType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the fields of one model at a time: what nested writes are made of. Thread-safe.
 *
 * <p>Rows are maps from field to value, with just the fields that were asked for.
 */
final class FieldWriter {

    private final StatementRunner statements;
    private final Plans plans;
    private final Map<String, TypedField<Object, Object>> fields = new ConcurrentHashMap<>();
    private final Map<RelationField, TypedRelation<Object, Object>> relations = new ConcurrentHashMap<>();

    FieldWriter(StatementRunner statements, Plans plans) {
        this.statements = statements;
        this.plans = plans;
    }

    /** The fields of a record have these values. */
    Unique<?> equal(Model model, List<ScalarField> key, Map<ScalarField, @Nullable Object> row) {
        List<TypedField<Object, ?>> typed = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        for (ScalarField field : key) {
            Object value = row.get(field);
            if (value == null) {
                throw new IllegalStateException("No value for the key `" + model.name() + "." + field.name() + "`");
            }
            typed.add(typed(model, field));
            values.add(value);
        }
        return Unique.of(typed, values.toArray());
    }

    /** The other end of the relation leads to a record with these key values. */
    Condition<?> relatedTo(RelationField end, Condition<?> other) {
        TypedRelation<Object, Object> relation = relations.computeIfAbsent(
                end,
                missing -> new ToMany<>(missing.model().name(), missing.name(), () -> {
                    throw new IllegalStateException("Only conditions are made of this relation");
                }));
        @SuppressWarnings("unchecked") // The planner goes by names, not by types.
        Condition<Object> condition = (Condition<Object>) other;
        return new Condition.Related<>(relation, Condition.Related.Quantifier.SOME, condition);
    }

    FieldAssignment<?> set(Model model, ScalarField field, @Nullable Object value) {
        return new FieldAssignment.Set<>(typed(model, field), value);
    }

    private TypedField<Object, Object> typed(Model model, ScalarField field) {
        return fields.computeIfAbsent(
                model.name() + "." + field.name(), missing -> new TypedField<>(model.name(), field.name()));
    }

    /** Inserts one row, and returns the values of some fields. */
    Map<ScalarField, @Nullable Object> insert(
            Model model, Map<ScalarField, @Nullable Object> row, List<ScalarField> returned) {
        return insertOrSkip(model, row, returned, false).orElseThrow();
    }

    /** Inserts one row; empty where it was skipped, because its unique key exists. */
    Optional<Map<ScalarField, @Nullable Object>> insertOrSkip(
            Model model, Map<ScalarField, @Nullable Object> row, List<ScalarField> returned, boolean skip) {
        RenderedWrite insert = plans.insert(model, List.copyOf(row.keySet()), 1, skip, returned);
        return rows(model, insert, new ArrayList<>(row.values()), returned).stream()
                .findFirst();
    }

    /** Inserts rows that have the same fields, and returns how many. */
    long insertAll(
            Model model, List<ScalarField> columns, List<? extends @Nullable Object> values, int rows, boolean skip) {
        RenderedWrite insert = plans.insert(model, columns, rows, skip, List.of());
        return statements.withConnection(
                model, connection -> statements.update(connection, insert.statement(), values));
    }

    /** The values of some fields of the records that fulfil all conditions. */
    List<Map<ScalarField, @Nullable Object>> select(
            Model model, List<? extends Condition<?>> where, List<ScalarField> returned) {
        Shape shape = new ShapeWriter("select " + names(returned), model.name())
                .conditions(where)
                .shape();
        return rows(model, plans.select(shape, model, where, returned), shape.arguments(), returned);
    }

    /** Updates records, and returns the values of some fields. */
    List<Map<ScalarField, @Nullable Object>> update(
            Model model,
            List<? extends Condition<?>> where,
            List<? extends FieldAssignment<?>> assignments,
            @Nullable Integer limit,
            List<ScalarField> returned) {
        Shape shape = new ShapeWriter("update " + names(returned), model.name())
                .conditions(where)
                .limit(limit)
                .assignments(assignments)
                .shape();
        RenderedWrite update = plans.update(shape, model, where, assignments, limit, returned);
        return rows(model, update, shape.arguments(), returned);
    }

    private static String names(List<ScalarField> fields) {
        return String.join(",", fields.stream().map(ScalarField::name).toList());
    }

    /** Updates records, and returns how many. */
    long updateAll(
            Model model,
            List<? extends Condition<?>> where,
            List<? extends FieldAssignment<?>> assignments,
            @Nullable Integer limit) {
        Shape shape = new ShapeWriter("updateMany", model.name())
                .conditions(where)
                .limit(limit)
                .assignments(assignments)
                .shape();
        RenderedWrite update = plans.update(shape, model, where, assignments, limit, List.of());
        return run(model, update, shape.arguments());
    }

    /** Deletes records, and returns how many. */
    long delete(Model model, List<? extends Condition<?>> where, @Nullable Integer limit) {
        Shape shape = new ShapeWriter("deleteMany", model.name())
                .conditions(where)
                .limit(limit)
                .shape();
        return run(model, plans.delete(shape, model, where, limit), shape.arguments());
    }

    /** Relates two records of a many-to-many relation, if they are not related already. */
    void relate(RelationField end, Relation.ManyToMany relation, Object own, Object other) {
        run(end.model(), plans.relate(end, relation), List.of(own, other));
    }

    /** Ends the relation of two records. */
    void unrelate(RelationField end, Relation.ManyToMany relation, Object own, Object other) {
        run(end.model(), plans.unrelate(end, relation, false), List.of(own, other));
    }

    /** Ends the relations of a record with all others. */
    void unrelateAll(RelationField end, Relation.ManyToMany relation, Object own) {
        run(end.model(), plans.unrelate(end, relation, true), List.of(own));
    }

    private long run(Model model, RenderedWrite write, List<? extends @Nullable Object> arguments) {
        return statements.withConnection(
                model, connection -> statements.update(connection, write.statement(), arguments));
    }

    private List<Map<ScalarField, @Nullable Object>> rows(
            Model model, RenderedWrite write, List<? extends @Nullable Object> arguments, List<ScalarField> returned) {
        return statements.withConnection(model, connection -> rows(connection, write, arguments, returned));
    }

    private List<Map<ScalarField, @Nullable Object>> rows(
            Connection connection,
            RenderedWrite write,
            List<? extends @Nullable Object> arguments,
            List<ScalarField> returned)
            throws SQLException {
        return statements.query(connection, write.statement(), arguments, List.of(), result -> {
            List<Map<ScalarField, @Nullable Object>> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(row(result, returned));
            }
            return rows;
        });
    }

    private Map<ScalarField, @Nullable Object> row(ResultSet result, List<ScalarField> returned) throws SQLException {
        Map<ScalarField, @Nullable Object> row = new LinkedHashMap<>();
        for (int i = 0; i < returned.size(); i++) {
            ColumnType type = Tables.type(returned.get(i));
            row.put(returned.get(i), statements.codec().value(result, i + 1, type));
        }
        return row;
    }
}
