package dev.caspian.psl.analyse;

import dev.caspian.diagnostic.Diagnostics;
import dev.caspian.provider.OperatorClass;
import dev.caspian.psl.analyse.IndexSymbol.Column;
import dev.caspian.psl.analyse.IndexSymbol.Operators;
import dev.caspian.psl.analyse.IndexSymbol.Sort;
import dev.caspian.psl.ast.Argument;
import dev.caspian.psl.ast.ArgumentList;
import dev.caspian.psl.ast.Expression;
import dev.caspian.psl.ast.Expression.Constant;
import dev.caspian.psl.ast.Expression.FunctionCall;
import dev.caspian.psl.ast.Expression.StringLiteral;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code field} or {@code field(sort: Desc, length: 10, ops: X)}. What else is in the parentheses is ignored. */
final class ColumnReader {

    private final Diagnostics diagnostics;

    private ColumnReader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** A column as written, before its field is found. */
    record Written(
            String path,
            @Nullable Sort sort,
            @Nullable Integer length,
            @Nullable Operators operators) {

        Column on(ScalarFieldSymbol field) {
            return new Column(path, field, sort, length, operators);
        }
    }

    static Optional<Written> read(Expression expression, Diagnostics diagnostics) {
        if (expression instanceof Constant constant) {
            return Optional.of(new Written(constant.path(), null, null, null));
        } else if (expression instanceof FunctionCall call) {
            ColumnReader reader = new ColumnReader(diagnostics);
            ArgumentList arguments = call.arguments();
            return Optional.of(new Written(
                    call.name(),
                    find(arguments, "sort").flatMap(reader::sort).orElse(null),
                    find(arguments, "length").flatMap(reader::length).orElse(null),
                    find(arguments, "ops").flatMap(reader::operators).orElse(null)));
        }
        return Values.mismatch("field name", expression, diagnostics);
    }

    private static Optional<Argument> find(ArgumentList arguments, String name) {
        return arguments.given().stream()
                .filter(argument -> argument.isNamed(name))
                .findFirst();
    }

    private Optional<Sort> sort(Argument argument) {
        Optional<String> written = Values.constant(argument.value(), diagnostics);
        Optional<Sort> sort = written.flatMap(Sort::named);
        if (written.isPresent() && sort.isEmpty()) {
            diagnostics.add(AttributeRule.UNKNOWN_SORT.at(argument.span(), written.get()));
        }
        return sort;
    }

    private Optional<Integer> length(Argument argument) {
        return Values.integer(argument.value(), diagnostics)
                .filter(length -> length >= 0)
                .map(Long::intValue);
    }

    private Optional<Operators> operators(Argument argument) {
        Expression value = argument.value();
        if (value instanceof Constant constant) {
            Optional<OperatorClass> known = OperatorClass.named(constant.path());
            if (known.isEmpty()) {
                diagnostics.add(AttributeRule.UNKNOWN_OPERATOR_CLASS.at(constant.span(), constant.path()));
            }
            return known.map(Operators.Known::new);
        }
        if (value instanceof FunctionCall call && call.name().equals("raw")) {
            List<Argument> arguments = call.arguments().given();
            if (arguments.size() == 1 && arguments.get(0).value() instanceof StringLiteral sql) {
                return Optional.of(new Operators.Raw(sql.value()));
            }
        }
        diagnostics.add(AttributeRule.INVALID_OPERATOR_CLASS.at(value.span()));
        return Optional.empty();
    }
}
