package dev.caspian.sql.render;

import dev.caspian.sql.ColumnType;
import dev.caspian.sql.Expression;
import dev.caspian.sql.Ordering;
import dev.caspian.sql.Select;
import dev.caspian.sql.dialect.Dialect;
import java.util.List;
import java.util.function.Function;

/** Writes the expressions of one statement, and collects what their parameters are bound to. */
final class ExpressionRenderer {

    /** Databases limit the depth of an expression, and {@code a OR b OR c} is as deep as it is long. */
    private static final int LONGEST_CHAIN = 200;

    private final Dialect dialect;
    private final List<Binding> bindings;
    private final Function<Select, String> selects;

    ExpressionRenderer(Dialect dialect, List<Binding> bindings, Function<Select, String> selects) {
        this.dialect = dialect;
        this.bindings = bindings;
        this.selects = selects;
    }

    static boolean isTrue(Expression expression) {
        return expression instanceof Expression.And and && and.parts().isEmpty();
    }

    String render(Expression expression) {
        if (expression instanceof Expression.Column column) {
            return dialect.quote(column.source()) + "." + dialect.quote(column.name());
        } else if (expression instanceof Expression.Parameter parameter) {
            return bind(new Binding.Value(parameter.index(), parameter.type()));
        } else if (expression instanceof Expression.Compare compare) {
            return operand(compare.left()) + " " + compare.operator().sql() + " " + comparand(compare);
        } else if (expression instanceof Expression.And and) {
            return and.parts().isEmpty() ? "1=1" : chain(and.parts(), " AND ");
        } else if (expression instanceof Expression.Or or) {
            return or.parts().isEmpty() ? "1=0" : chain(or.parts(), " OR ");
        } else if (expression instanceof Expression.Not not) {
            return "NOT (" + render(not.operand()) + ")";
        } else if (expression instanceof Expression.IsNotTrue isNotTrue) {
            return "(" + render(isNotTrue.operand()) + ") IS NOT TRUE";
        } else if (expression instanceof Expression.IsNull isNull) {
            return operand(isNull.operand()) + (isNull.negated() ? " IS NOT NULL" : " IS NULL");
        } else if (expression instanceof Expression.Match match) {
            return match(match);
        } else if (expression instanceof Expression.InParameter in) {
            return in(in);
        } else if (expression instanceof Expression.TupleInParameter in) {
            return tupleIn(in);
        } else if (expression instanceof Expression.Exists exists) {
            return (exists.negated() ? "NOT EXISTS (" : "EXISTS (") + selects.apply(exists.select()) + ")";
        }
        return value(expression);
    }

    /** A value that a column takes. */
    String stored(Expression value) {
        return value instanceof Expression.Parameter parameter
                ? bind(new Binding.Stored(parameter.index(), parameter.type()))
                : render(value);
    }

    /** What a column or an aggregate is compared with. */
    private String comparand(Expression.Compare compare) {
        if (compare.right() instanceof Expression.Parameter parameter) {
            return compare.left() instanceof Expression.DecimalAggregate
                    ? dialect.decimal(render(parameter))
                    : bind(new Binding.Compared(parameter.index(), parameter.type(), compare.operator()));
        }
        return operand(compare.right());
    }

    /** Expressions that are values, not conditions. */
    private String value(Expression expression) {
        if (expression instanceof Expression.Constant constant) {
            return Long.toString(constant.value());
        } else if (expression instanceof Expression.Fold fold) {
            return dialect.fold(render(fold.text()));
        } else if (expression instanceof Expression.Scalar scalar) {
            return "(" + selects.apply(scalar.select()) + ")";
        } else if (expression instanceof Expression.Arithmetic arithmetic) {
            return operand(arithmetic.left()) + " " + arithmetic.operation().sql() + " " + operand(arithmetic.right());
        } else if (expression instanceof Expression.Calculation calculation) {
            return dialect.calculation(
                    operand(calculation.left()),
                    calculation.operation(),
                    () -> operand(calculation.right()),
                    calculation.type());
        } else if (expression instanceof Expression.DecimalAggregate aggregate) {
            return dialect.decimalAggregate(aggregate.function(), render(aggregate.operand()));
        } else if (expression instanceof Expression.CountRows) {
            return "COUNT(*)";
        } else if (expression instanceof Expression.Call call) {
            return call.function() + "(" + StatementRenderer.list(call.arguments(), this::render) + ")";
        } else if (expression instanceof Expression.RowNumber number) {
            String partition = number.partitionBy().isEmpty()
                    ? ""
                    : "PARTITION BY " + StatementRenderer.list(number.partitionBy(), this::render) + " ";
            String order = number.orderBy().isEmpty() ? "" : "ORDER BY " + orderings(number.orderBy());
            return "ROW_NUMBER() OVER (" + partition + order + ")";
        }
        return json(expression);
    }

    private String json(Expression expression) {
        if (expression instanceof Expression.JsonAt at) {
            String document = render(at.document());
            if (dialect.bindsJsonPathsAsLists()) {
                bindings.add(new Binding.Values(at.path(), ColumnType.STRING));
                return dialect.jsonAt(document, 1);
            }
            int readings = 1 << at.numerals();
            for (int positions = 0; positions < readings; positions++) {
                bindings.add(new Binding.JsonPath(at.path(), positions));
            }
            return dialect.jsonAt(document, readings);
        } else if (expression instanceof Expression.JsonComparable comparable) {
            return dialect.jsonComparable(render(comparable.value()), comparable.text());
        } else if (expression instanceof Expression.JsonNumber number) {
            return dialect.jsonNumber(render(number.value()), number.stored());
        } else if (expression instanceof Expression.JsonText text) {
            return dialect.jsonText(render(text.value()));
        } else if (expression instanceof Expression.JsonElement element) {
            return dialect.jsonElement(render(element.array()), element.last());
        } else if (expression instanceof Expression.JsonContains contains) {
            return dialect.jsonContains(render(contains.array()), render(contains.part()));
        } else if (expression instanceof Expression.JsonHasType hasType) {
            return dialect.jsonHasType(render(hasType.value()), hasType.type());
        }
        return list(expression);
    }

    private String list(Expression expression) {
        if (expression instanceof Expression.Append append) {
            return dialect.append(render(append.list()), render(append.elements()));
        } else if (expression instanceof Expression.ListContains contains) {
            return dialect.listContains(render(contains.list()), render(contains.elements()));
        } else if (expression instanceof Expression.ListOverlaps overlaps) {
            return dialect.listOverlaps(render(overlaps.list()), render(overlaps.elements()));
        } else if (expression instanceof Expression.ListIsEmpty isEmpty) {
            return dialect.listIsEmpty(render(isEmpty.list()), isEmpty.negated());
        }
        throw new IllegalStateException("No text for " + expression);
    }

    private String bind(Binding binding) {
        bindings.add(binding);
        return "?";
    }

    /** An expression beside an operator, in parentheses where it is not a single term. */
    private String operand(Expression expression) {
        boolean compound = expression instanceof Expression.Arithmetic || expression instanceof Expression.Compare;
        return compound ? "(" + render(expression) + ")" : render(expression);
    }

    private String chain(List<Expression> parts, String operator) {
        if (parts.size() > LONGEST_CHAIN) {
            int middle = parts.size() / 2;
            return "(" + chain(parts.subList(0, middle), operator) + ")" + operator + "("
                    + chain(parts.subList(middle, parts.size()), operator) + ")";
        }
        StringBuilder text = new StringBuilder();
        for (Expression part : parts) {
            boolean nested = parts.size() > 1 && (part instanceof Expression.Or || part instanceof Expression.And);
            text.append(text.isEmpty() ? "" : operator)
                    .append(nested ? "(" : "")
                    .append(render(part))
                    .append(nested ? ")" : "");
        }
        return text.toString();
    }

    private String match(Expression.Match match) {
        String text = folded(render(match.text()), match.ignoreCase());
        if (match.part() instanceof Expression.Parameter parameter) {
            Expression.Match.Pattern pattern = dialect.pattern(match.position());
            String bound = bind(new Binding.Pattern(parameter.index(), match.position(), pattern));
            return dialect.match(text, match.position(), folded(bound, match.ignoreCase()));
        }
        return dialect.matchExpression(text, match.position(), folded(render(match.part()), match.ignoreCase()));
    }

    private String folded(String text, boolean ignoreCase) {
        return ignoreCase ? dialect.fold(text) : text;
    }

    private String in(Expression.InParameter in) {
        ColumnType type = in.list().type();
        String operand = operand(in.operand());
        bindings.add(new Binding.Values(in.list().index(), type));
        return dialect.in(operand, in.negated(), in.ignoreCase(), type);
    }

    private String tupleIn(Expression.TupleInParameter in) {
        List<String> operands = in.operands().stream().map(this::render).toList();
        if (dialect.bindsTuplesByColumn()) {
            for (int i = 0; i < in.types().size(); i++) {
                bindings.add(new Binding.TupleColumn(in.index(), i, in.types().get(i)));
            }
        } else {
            bindings.add(new Binding.Tuples(in.index(), in.types()));
        }
        return dialect.tupleIn(operands, in.types());
    }

    String orderings(List<Ordering> orderings) {
        return StatementRenderer.list(orderings, this::ordering);
    }

    private String ordering(Ordering ordering) {
        String expression = render(ordering.expression());
        String direction = ordering.descending() ? " DESC" : " ASC";
        if (ordering.nulls() == Ordering.Nulls.DATABASE) {
            return expression + direction;
        }
        boolean first = ordering.nulls() == Ordering.Nulls.FIRST;
        if (dialect.ordersNulls()) {
            return expression + direction + (first ? " NULLS FIRST" : " NULLS LAST");
        }
        return "CASE WHEN " + expression + " IS NULL THEN " + (first ? "0 ELSE 1" : "1 ELSE 0") + " END, "
                + render(ordering.expression()) + direction;
    }
}
