package dev.caspian.psl.analyse;

import dev.caspian.diagnostic.Diagnostics;
import dev.caspian.diagnostic.Span;
import dev.caspian.provider.ScalarType;
import dev.caspian.psl.ast.Argument;
import dev.caspian.psl.ast.Expression;
import dev.caspian.psl.ast.Expression.Constant;
import dev.caspian.psl.ast.Expression.FunctionCall;
import dev.caspian.psl.ast.Expression.NumberLiteral;
import dev.caspian.psl.ast.Expression.ObjectLiteral;
import dev.caspian.psl.ast.Expression.StringLiteral;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The {@code where} of a partial index: an object that names columns, or SQL. */
final class IndexCondition {

    private final ModelSymbol model;
    private final Span attribute;
    private final Diagnostics diagnostics;
    private boolean sound = true;

    private IndexCondition(ModelSymbol model, AttributeArguments index) {
        this.model = model;
        this.attribute = index.attribute().span();
        this.diagnostics = index.diagnostics();
    }

    /** The condition, or null if there is none or it is wrong. */
    static @Nullable Expression read(ModelSymbol model, AttributeArguments index) {
        Optional<Expression> where = index.optional("where");
        if (where.isEmpty()) {
            return null;
        }
        IndexCondition condition = new IndexCondition(model, index);
        condition.check(where.get());
        return condition.sound ? where.get() : null;
    }

    private void report(AttributeRule rule, Object... particulars) {
        sound = false;
        diagnostics.add(rule.at(attribute, particulars));
    }

    private void check(Expression where) {
        if (where instanceof ObjectLiteral object) {
            if (object.entries().isEmpty()) {
                report(AttributeRule.EMPTY_CONDITION);
            }
            // The first mistake is reported, and no further one.
            object.entries().stream().takeWhile(entry -> sound).forEach(this::check);
        } else if (where instanceof FunctionCall call) {
            List<Argument> arguments = call.arguments().given();
            if (!call.name().equals("raw")
                    || arguments.size() != 1
                    || !(arguments.get(0).value() instanceof StringLiteral sql)) {
                report(AttributeRule.INVALID_CONDITION);
            } else if (sql.value().isEmpty()) {
                report(AttributeRule.EMPTY_CONDITION);
            }
        } else {
            Values.mismatch("function call", where, diagnostics);
            report(AttributeRule.INVALID_CONDITION);
        }
    }

    private void check(Expression.Entry entry) {
        String name = entry.key().text();
        FieldSymbol field = model.field(name).orElse(null);
        if (!(field instanceof ScalarFieldSymbol column)) {
            report(AttributeRule.CONDITION_FIELD, model, name);
        } else if (entry.value() instanceof ObjectLiteral nested) {
            checkNot(column, nested);
        } else {
            checkValue(column, entry.value());
        }
    }

    private void checkNot(ScalarFieldSymbol column, ObjectLiteral nested) {
        if (nested.entries().size() != 1
                || !nested.entries().get(0).key().text().equals("not")) {
            report(AttributeRule.CONDITION_OPERATOR, column.name());
        } else {
            checkValue(column, nested.entries().get(0).value());
        }
    }

    private void checkValue(ScalarFieldSymbol column, Expression value) {
        boolean isNull = value instanceof Constant constant && constant.path().equals("null");
        if (!isNull && !fits(column, value)) {
            String type = column.syntax().wellFormedType().base().text();
            report(AttributeRule.CONDITION_VALUE, column.name(), type, value.source());
        }
    }

    private static boolean fits(ScalarFieldSymbol column, Expression value) {
        if (column.type() instanceof ColumnType.Enumerated) {
            return value instanceof StringLiteral;
        }
        ScalarType type = column.scalarType().orElse(null);
        if (type == null) {
            return false;
        }
        return switch (type) {
            case STRING, DATE_TIME -> value instanceof StringLiteral;
            case INT, BIG_INT, FLOAT, DECIMAL -> value instanceof NumberLiteral;
            case BOOLEAN ->
                value instanceof Constant constant
                        && (constant.path().equals("true") || constant.path().equals("false"));
            // What such a value would look like in SQL, only SQL can say.
            case JSON, BYTES -> false;
        };
    }
}
