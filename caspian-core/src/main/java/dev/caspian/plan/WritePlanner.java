package dev.caspian.plan;

import dev.caspian.query.Condition;
import dev.caspian.query.FieldAssignment;
import dev.caspian.schema.Model;
import dev.caspian.schema.ScalarField;
import dev.caspian.sql.ColumnType;
import dev.caspian.sql.Delete;
import dev.caspian.sql.Expression;
import dev.caspian.sql.Insert;
import dev.caspian.sql.Output;
import dev.caspian.sql.Select;
import dev.caspian.sql.SetColumn;
import dev.caspian.sql.Update;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plans statements that write. Confined to one plan. */
final class WritePlanner {

    private final Scope scope;
    private final Planning planning;
    private final ConditionPlanner conditions;

    WritePlanner(Model model, Planning planning) {
        this.scope = Scope.of(model);
        this.planning = planning;
        this.conditions = new ConditionPlanner(planning);
    }

    /**
     * New rows; from the first parameter on, these are the values of the first row, then those of the next.
     *
     * @param rows how many, or {@link QueryPlanner#ANY_NUMBER}
     */
    static Insert insert(
            Model model,
            List<ScalarField> fields,
            int rows,
            int firstParameter,
            Insert.@Nullable OnConflict conflict,
            List<Output> returning) {
        List<String> columns = fields.stream().map(ScalarField::databaseName).toList();
        Insert.Values values = rows == QueryPlanner.ANY_NUMBER
                ? new Insert.Values.Lists(
                        firstParameter, fields.stream().map(Tables::type).toList())
                : rows(fields, rows, firstParameter);
        return new Insert(Tables.table(model, null), columns, values, conflict, returning);
    }

    private static Insert.Values rows(List<ScalarField> fields, int rows, int firstParameter) {
        List<List<Expression>> values = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            List<Expression> parameters = new ArrayList<>();
            for (int i = 0; i < fields.size(); i++) {
                parameters.add(
                        new Expression.Parameter(firstParameter + row * fields.size() + i, Tables.type(fields.get(i))));
            }
            values.add(parameters);
        }
        return new Insert.Values.Rows(values);
    }

    /** A new row or, where its key exists, new values for the row that has it. */
    Insert upsert(
            List<ScalarField> fields,
            List<? extends @Nullable Object> row,
            List<ScalarField> key,
            List<? extends FieldAssignment<?>> assignments,
            List<Output> returning) {
        List<Expression> values = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            values.add(planning.next(row.get(i), Tables.type(fields.get(i))));
        }
        List<SetColumn> columns = sets(assignments);
        if (columns.isEmpty()) {
            // A row that is not updated is not returned either.
            ScalarField first = key.get(0);
            columns = List.of(new SetColumn(first.databaseName(), scope.column(first)));
        }
        return new Insert(
                Tables.table(scope.model(), null),
                fields.stream().map(ScalarField::databaseName).toList(),
                new Insert.Values.Rows(List.of(values)),
                new Insert.OnConflict.Update(
                        key.stream().map(ScalarField::databaseName).toList(), columns),
                returning);
    }

    /** New values for the rows that fulfil all conditions. */
    Update update(
            List<? extends Condition<?>> where,
            List<? extends FieldAssignment<?>> assignments,
            List<Output> returning) {
        // The values of the conditions come first, as in the shape.
        Expression matching = conditions.all(where, scope);
        return new Update(Tables.table(scope.model(), null), sets(assignments), matching, returning);
    }

    Delete delete(List<? extends Condition<?>> where, List<Output> returning) {
        return new Delete(Tables.table(scope.model(), null), conditions.all(where, scope), returning);
    }

    /** The rows that fulfil all conditions; at most so many, unless the limit is null. */
    Select select(
            List<? extends Condition<?>> where,
            @Nullable Integer limit,
            Select.@Nullable Lock lock,
            List<Output> outputs) {
        Select select = Select.of(outputs, Tables.table(scope.model(), null), conditions.all(where, scope));
        if (limit != null) {
            select = select.limited(planning.next(limit.longValue(), ColumnType.BIG_INT), null);
        }
        return lock == null ? select : select.locked(lock);
    }

    List<SetColumn> sets(List<? extends FieldAssignment<?>> assignments) {
        List<SetColumn> columns = new ArrayList<>();
        for (FieldAssignment<?> assignment : assignments) {
            ScalarField field = scope.field(assignment.field());
            columns.add(new SetColumn(field.databaseName(), value(field, assignment)));
        }
        return columns;
    }

    private Expression value(ScalarField field, FieldAssignment<?> assignment) {
        if (assignment instanceof FieldAssignment.Set<?> set) {
            return planning.next(set.value(), Tables.type(field));
        } else if (assignment instanceof FieldAssignment.Calculate<?> calculate) {
            Expression operand = planning.next(calculate.operand(), Tables.type(field));
            return new Expression.Calculation(
                    scope.column(field), operation(calculate.operation()), operand, Tables.type(field));
        }
        FieldAssignment.Push<?> push = (FieldAssignment.Push<?>) assignment;
        return new Expression.Append(scope.column(field), planning.next(push.elements(), Tables.type(field)));
    }

    private static Expression.Arithmetic.Operation operation(FieldAssignment.Calculate.Operation operation) {
        return switch (operation) {
            case ADD -> Expression.Arithmetic.Operation.ADD;
            case SUBTRACT -> Expression.Arithmetic.Operation.SUBTRACT;
            case MULTIPLY -> Expression.Arithmetic.Operation.MULTIPLY;
            case DIVIDE -> Expression.Arithmetic.Operation.DIVIDE;
        };
    }
}
