package dev.caspian.plan;

import dev.caspian.schema.ScalarField;
import dev.caspian.sql.ColumnType;
import dev.caspian.sql.Expression;
import dev.caspian.sql.Output;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what a statement returns; each column once. Confined to one plan. */
final class Outputs {

    private final Scope scope;
    private final List<Output> outputs = new ArrayList<>();
    private final Map<ScalarField, Integer> fields = new LinkedHashMap<>();

    Outputs(Scope scope) {
        this.scope = scope;
    }

    /** The position of a field's column, counted from 1; adds it where it is missing. */
    int column(ScalarField field) {
        return fields.computeIfAbsent(field, missing -> add(scope.column(missing)));
    }

    /** Adds a column, and returns its position, counted from 1. */
    int add(Expression expression) {
        outputs.add(Output.of(expression));
        return outputs.size();
    }

    KeyColumns key(List<ScalarField> key) {
        List<Integer> columns = key.stream().map(this::column).toList();
        List<ColumnType> types = key.stream().map(Tables::type).toList();
        return new KeyColumns(columns, types);
    }

    /** All of them. A query that nobody wants anything of still needs a column. */
    List<Output> list() {
        return outputs.isEmpty() ? List.of(Output.of(new Expression.Constant(1))) : outputs;
    }
}
