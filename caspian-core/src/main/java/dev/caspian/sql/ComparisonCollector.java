package dev.caspian.sql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Collects what the conditions of a statement compare, those of the queries in it too. Used once. */
public final class ComparisonCollector {

    /** What an expression is to the statement. */
    private enum Role {
        /** It has to hold. */
        CONDITION,
        /** It is a part of a condition that an index does not help. */
        PART,
        /** It gives a value. */
        VALUE
    }

    private final Set<Comparison> found = new LinkedHashSet<>();

    private ComparisonCollector() {}

    /** Each comparison once, in the order of the statement. What is inserted is compared with nothing. */
    public static List<Comparison> collect(Statement statement) {
        ComparisonCollector collector = new ComparisonCollector();
        if (statement instanceof Select select) {
            collector.select(select, Map.of());
        } else if (statement instanceof Update update) {
            Map<String, Source.Table> tables = Map.of(update.table().name(), update.table());
            update.columns().forEach(column -> collector.visit(column.value(), Role.VALUE, tables));
            collector.visit(update.where(), Role.CONDITION, tables);
        } else if (statement instanceof Delete delete) {
            collector.visit(
                    delete.where(), Role.CONDITION, Map.of(delete.table().name(), delete.table()));
        }
        return List.copyOf(collector.found);
    }

    /**
     * Collects from a query.
     *
     * @param outer the tables around it, by the names that its columns may have, too
     */
    private void select(Select select, Map<String, Source.Table> outer) {
        Map<String, Source.Table> tables = new HashMap<>(outer);
        add(select.from(), outer, tables);
        select.joins().forEach(join -> add(join.source(), outer, tables));
        select.outputs().forEach(output -> visit(output.expression(), Role.VALUE, tables));
        select.joins().forEach(join -> visit(join.on(), Role.CONDITION, tables));
        visit(select.where(), Role.CONDITION, tables);
        visit(select.having(), Role.VALUE, tables);
        select.orderBy().forEach(order -> visit(order.expression(), Role.VALUE, tables));
    }

    private void add(Source source, Map<String, Source.Table> outer, Map<String, Source.Table> tables) {
        if (source instanceof Source.Table table) {
            tables.put(table.name(), table);
        } else if (source instanceof Source.Derived derived) {
            select(derived.select(), outer);
            tables.remove(derived.name());
        }
    }

    private void visit(Expression expression, Role role, Map<String, Source.Table> tables) {
        if (expression instanceof Expression.Exists exists) {
            select(exists.select(), tables);
        } else if (expression instanceof Expression.Scalar scalar) {
            select(scalar.select(), tables);
        } else if (expression instanceof Expression.And || expression instanceof Expression.Or) {
            parts(expression).forEach(part -> visit(part, role, tables));
        } else if (expression instanceof Expression.Compare compare) {
            // What it is compared with is known before the table is looked at: that is how the client writes it.
            boolean finds = compare.operator() != Expression.Compare.Operator.NE && !isOfTheSameRow(compare);
            compared(List.of(compare.left()), finds, role, tables);
            visit(compare.right(), Role.VALUE, tables);
        } else if (expression instanceof Expression.IsNull isNull) {
            compared(List.of(isNull.operand()), !isNull.negated(), role, tables);
        } else if (expression instanceof Expression.Match match) {
            boolean finds = match.position() == Expression.Match.Position.START && !match.ignoreCase();
            compared(List.of(match.text()), finds, role, tables);
        } else if (expression instanceof Expression.InParameter in) {
            compared(List.of(in.operand()), !in.negated() && !in.ignoreCase(), role, tables);
        } else if (expression instanceof Expression.TupleInParameter in) {
            compared(in.operands(), true, role, tables);
        } else if (expression instanceof Expression.Column column) {
            if (role != Role.VALUE) {
                add(List.of(column), false, tables);
            }
        } else {
            Role inside = role == Role.VALUE ? Role.VALUE : Role.PART;
            parts(expression).forEach(part -> visit(part, inside, tables));
        }
    }

    private static boolean isOfTheSameRow(Expression.Compare compare) {
        return compare.left() instanceof Expression.Column left
                && compare.right() instanceof Expression.Column right
                && left.source().equals(right.source());
    }

    private void compared(List<Expression> operands, boolean finds, Role role, Map<String, Source.Table> tables) {
        List<Expression.Column> columns = new ArrayList<>();
        for (Expression operand : operands) {
            if (operand instanceof Expression.Column column) {
                columns.add(column);
            }
        }
        if (role == Role.CONDITION && finds && columns.size() == operands.size()) {
            add(columns, true, tables);
        } else {
            Role inside = role == Role.VALUE ? Role.VALUE : Role.PART;
            operands.forEach(operand -> visit(operand, inside, tables));
        }
    }

    /** The columns of a key are of one table; those of a query's rows are of none. */
    private void add(List<Expression.Column> columns, boolean indexable, Map<String, Source.Table> tables) {
        Source.Table table = tables.get(columns.get(0).source());
        if (table != null) {
            found.add(new Comparison(
                    table, columns.stream().map(Expression.Column::name).toList(), indexable));
        }
    }

    /** What an expression is made of; nothing where that cannot hold a column. */
    private static Stream<Expression> parts(Expression expression) {
        if (expression instanceof Expression.And and) {
            return and.parts().stream();
        } else if (expression instanceof Expression.Or or) {
            return or.parts().stream();
        } else if (expression instanceof Expression.Not not) {
            return Stream.of(not.operand());
        } else if (expression instanceof Expression.IsNotTrue not) {
            return Stream.of(not.operand());
        } else if (expression instanceof Expression.Fold fold) {
            return Stream.of(fold.text());
        } else if (expression instanceof Expression.Arithmetic arithmetic) {
            return Stream.of(arithmetic.left(), arithmetic.right());
        } else if (expression instanceof Expression.Calculation calculation) {
            return Stream.of(calculation.left(), calculation.right());
        } else if (expression instanceof Expression.Call call) {
            return call.arguments().stream();
        } else if (expression instanceof Expression.JsonAt at) {
            return Stream.of(at.document());
        } else if (expression instanceof Expression.JsonComparable comparable) {
            return Stream.of(comparable.value());
        } else if (expression instanceof Expression.JsonNumber number) {
            return Stream.of(number.value());
        } else if (expression instanceof Expression.JsonText text) {
            return Stream.of(text.value());
        } else if (expression instanceof Expression.JsonElement element) {
            return Stream.of(element.array());
        } else if (expression instanceof Expression.JsonContains contains) {
            return Stream.of(contains.array());
        } else if (expression instanceof Expression.JsonHasType type) {
            return Stream.of(type.value());
        } else if (expression instanceof Expression.ListContains contains) {
            return Stream.of(contains.list());
        } else if (expression instanceof Expression.ListOverlaps overlaps) {
            return Stream.of(overlaps.list());
        } else if (expression instanceof Expression.ListIsEmpty empty) {
            return Stream.of(empty.list());
        }
        return Stream.of();
    }
}
