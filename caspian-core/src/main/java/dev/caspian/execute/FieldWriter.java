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
import dev.caspian.sql.Select;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
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
        return new Unique.Key<>(typed, values, List.of());
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

    /** The fields of a record have the values of one of these rows. */
    Condition<?> equalToOne(
            Model model, List<ScalarField> key, Collection<? extends Map<ScalarField, @Nullable Object>> rows) {
        List<Unique<?>> records = new ArrayList<>();
        rows.forEach(row -> records.add(equal(model, key, row)));
        return any(records);
    }

    /** One of the conditions holds. Those on the same key become one, so that any number of them has the same SQL. */
    @SuppressWarnings("unchecked") // The planner goes by names, not by types.
    static Condition<?> any(List<? extends Condition<?>> conditions) {
        if (conditions.size() <= 1) {
            return conditions.isEmpty() ? Condition.anyOf() : conditions.get(0);
        }
        List<List<?>> keys = new ArrayList<>();
        List<? extends TypedField<?, ?>> fields = List.of();
        for (Condition<?> condition : conditions) {
            if (!(condition instanceof Unique<?> unique)
                    || !unique.filters().isEmpty()
                    || !(keys.isEmpty() || unique.fields().equals(fields))) {
                return new Condition.Any<>((List<Condition<Object>>) conditions);
            }
            fields = unique.fields();
            keys.add(unique.values());
        }
        if (fields.size() != 1) {
            return new Condition.OneOf<>((List<TypedField<Object, ?>>) fields, keys);
        }
        List<?> values = keys.stream().map(key -> key.get(0)).toList();
        return new Condition.In<>((TypedField<Object, ?>) fields.get(0), false, false, values);
    }

    /** Beyond how many rows an INSERT gains nothing by another one. */
    int rowsOfAnInsert() {
        return statements.rowsOfAnInsert();
    }

    /** Whether many rows with these fields are inserted by the same statement, however many they are. */
    boolean insertsLists(List<ScalarField> columns) {
        return plans.insertsLists(columns);
    }

    /** Inserts one row, and returns the values of some fields; empty where it was skipped, because its key exists. */
    Optional<Map<ScalarField, @Nullable Object>> insert(
            Model model, NewRow row, List<ScalarField> returned, boolean skip) {
        return insertReturning(model, row.columns(), row.values(), 1, skip, returned).stream()
                .findFirst();
    }

    /** Inserts rows that have the same fields, and returns the values of some fields. */
    List<Map<ScalarField, @Nullable Object>> insertReturning(
            Model model,
            List<ScalarField> columns,
            List<? extends @Nullable Object> values,
            int rows,
            boolean skip,
            List<ScalarField> returned) {
        return rows(model, plans.insert(model, columns, rows, skip, returned), values, returned);
    }

    /** Inserts rows that have the same fields, and returns how many. */
    long insertAll(
            Model model, List<ScalarField> columns, List<? extends @Nullable Object> values, int rows, boolean skip) {
        return run(model, plans.insert(model, columns, rows, skip, List.of()), values);
    }

    /** Whether a record fulfils all conditions. */
    boolean exists(Model model, List<? extends Condition<?>> where) {
        return !select(model, where, Tables.identity(model)).isEmpty();
    }

    /** The values of some fields of the records that fulfil all conditions. */
    List<Map<ScalarField, @Nullable Object>> select(
            Model model, List<? extends Condition<?>> where, List<ScalarField> returned) {
        return select(model, where, null, null, returned);
    }

    /** The same, of records that are going to be updated: until the transaction ends, nobody else writes them. */
    List<Map<ScalarField, @Nullable Object>> lock(
            Model model, List<? extends Condition<?>> where, @Nullable Integer limit, List<ScalarField> returned) {
        return select(model, where, limit, Select.Lock.UPDATE, returned);
    }

    /**
     * Conditions that so many of the records fulfil. They are locked: until the transaction ends, others that write as many
     * of them get other ones.
     */
    List<? extends Condition<?>> limited(Model model, List<? extends Condition<?>> where, @Nullable Integer limit) {
        if (limit == null) {
            return where;
        }
        List<ScalarField> identity = Tables.identity(model);
        return List.of(equalToOne(model, identity, lock(model, where, limit, identity)));
    }

    private List<Map<ScalarField, @Nullable Object>> select(
            Model model,
            List<? extends Condition<?>> where,
            @Nullable Integer limit,
            Select.@Nullable Lock lock,
            List<ScalarField> returned) {
        Shape shape = new ShapeWriter(lock == null ? "select" : "lock", model.name())
                .key(returned)
                .conditions(where)
                .limit(limit)
                .shape();
        RenderedWrite select = plans.select(shape, model, where, limit, lock, returned);
        return rows(model, select, shape.arguments(), returned);
    }

    /** Updates records, and returns the values of some fields. */
    List<Map<ScalarField, @Nullable Object>> update(
            Model model,
            List<? extends Condition<?>> where,
            List<? extends FieldAssignment<?>> assignments,
            List<ScalarField> returned) {
        Shape shape = new ShapeWriter("update", model.name())
                .key(returned)
                .conditions(where)
                .assignments(assignments)
                .shape();
        return rows(model, plans.update(shape, model, where, assignments, returned), shape.arguments(), returned);
    }

    /** Updates records, and returns how many; without assignments none. */
    long updateAll(Model model, List<? extends Condition<?>> where, List<? extends FieldAssignment<?>> assignments) {
        if (assignments.isEmpty()) {
            return 0;
        }
        Shape shape = new ShapeWriter("updateMany", model.name())
                .conditions(where)
                .assignments(assignments)
                .shape();
        return run(model, plans.update(shape, model, where, assignments, List.of()), shape.arguments());
    }

    /** Deletes records, and returns how many. */
    long delete(Model model, List<? extends Condition<?>> where) {
        Shape shape =
                new ShapeWriter("deleteMany", model.name()).conditions(where).shape();
        return run(model, plans.delete(shape, model, where), shape.arguments());
    }

    /** The table of a many-to-many relation. */
    JoinTable joinTable(RelationField end, Relation.ManyToMany relation) {
        return new JoinTable(end, relation, plans, this);
    }

    /** Runs a statement, and returns the number of rows that it changed. */
    long run(Model model, RenderedWrite write, List<? extends @Nullable Object> arguments) {
        return statements.write(model, write.statement(), arguments, prepared -> (long) prepared.executeUpdate());
    }

    private List<Map<ScalarField, @Nullable Object>> rows(
            Model model, RenderedWrite write, List<? extends @Nullable Object> arguments, List<ScalarField> returned) {
        return statements.write(model, write.statement(), arguments, StatementRunner.reading(result -> {
            List<Map<ScalarField, @Nullable Object>> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(row(result, returned));
            }
            return rows;
        }));
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
