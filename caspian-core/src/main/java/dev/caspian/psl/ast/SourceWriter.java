package dev.caspian.psl.ast;

import dev.caspian.psl.ast.Expression.ArrayLiteral;
import dev.caspian.psl.ast.Expression.Constant;
import dev.caspian.psl.ast.Expression.FunctionCall;
import dev.caspian.psl.ast.Expression.NumberLiteral;
import dev.caspian.psl.ast.Expression.ObjectLiteral;
import dev.caspian.psl.ast.Expression.StringLiteral;
import java.util.stream.Collectors;

/** Writes expressions back as text, in their canonical layout. */
final class SourceWriter {

    private SourceWriter() {}

    static String write(Expression expression) {
        if (expression instanceof StringLiteral string) {
            // The source text and not the value, so that escapes stay as their author wrote them.
            return string.span()
                    .file()
                    .text()
                    .substring(string.span().start(), string.span().end());
        } else if (expression instanceof NumberLiteral number) {
            return number.text();
        } else if (expression instanceof Constant constant) {
            return constant.path();
        } else if (expression instanceof ArrayLiteral array) {
            return array.elements().stream().map(SourceWriter::write).collect(Collectors.joining(", ", "[", "]"));
        } else if (expression instanceof FunctionCall call) {
            return call.name() + write(call.arguments());
        } else if (expression instanceof ObjectLiteral object) {
            return object.entries().stream()
                    .map(entry -> entry.key().text() + ": " + write(entry.value()))
                    .collect(Collectors.joining(", ", "{ ", " }"));
        }
        throw new IllegalStateException("No source form for " + expression);
    }

    static String write(ArgumentList arguments) {
        return arguments.items().stream()
                .map(argument -> {
                    Name name = argument.name();
                    Expression value = argument.value();
                    return (name == null ? "" : name.text() + ": ") + (value == null ? "" : write(value));
                })
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
