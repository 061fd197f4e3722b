package dev.caspian.psl;

import dev.caspian.psl.analyse.ColumnType;
import dev.caspian.psl.analyse.DefaultSymbol;
import dev.caspian.psl.ast.Argument;
import dev.caspian.psl.ast.Expression;
import dev.caspian.psl.ast.Expression.ArrayLiteral;
import dev.caspian.psl.ast.Expression.Constant;
import dev.caspian.psl.ast.Expression.FunctionCall;
import dev.caspian.psl.ast.Expression.NumberLiteral;
import dev.caspian.psl.ast.Expression.StringLiteral;
import dev.caspian.schema.DefaultValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the default values of the datamodel. */
final class DefaultAssembler {

    private static final int NANOID_LENGTH = 21;

    private DefaultAssembler() {}

    static DefaultValue assemble(DefaultSymbol symbol, ColumnType type) {
        return assemble(symbol.value(), type instanceof ColumnType.Enumerated);
    }

    private static DefaultValue assemble(Expression value, boolean ofEnum) {
        if (value instanceof StringLiteral string) {
            return new DefaultValue.Literal(string.value());
        } else if (value instanceof NumberLiteral number) {
            return new DefaultValue.Literal(number.text());
        } else if (value instanceof Constant constant) {
            return ofEnum ? new DefaultValue.EnumValue(constant.path()) : new DefaultValue.Literal(constant.path());
        } else if (value instanceof ArrayLiteral array) {
            return new DefaultValue.ListOf(array.elements().stream()
                    .map(element -> assemble(element, ofEnum))
                    .toList());
        } else if (value instanceof FunctionCall call) {
            return function(call);
        }
        throw new IllegalStateException("A schema without errors has the default " + value.source());
    }

    private static DefaultValue function(FunctionCall call) {
        return switch (call.name()) {
            case "autoincrement" -> new DefaultValue.Autoincrement();
            case "now" -> new DefaultValue.Now();
            case "uuid" -> new DefaultValue.Uuid(number(call).orElse(4));
            case "cuid" -> new DefaultValue.Cuid(number(call).orElse(1));
            case "ulid" -> new DefaultValue.Ulid();
            case "nanoid" -> new DefaultValue.Nanoid(number(call).orElse(NANOID_LENGTH));
            case "dbgenerated" -> new DefaultValue.DbGenerated(sql(call));
            case "sequence" -> sequence(call);
            default -> throw new IllegalStateException("A schema without errors has the default " + call.source());
        };
    }

    private static Optional<Integer> number(FunctionCall call) {
        return call.arguments().given().stream()
                .map(argument -> Integer.valueOf(argument.value().source()))
                .findFirst();
    }

    private static @Nullable String sql(FunctionCall call) {
        return call.arguments().given().stream()
                .map(Argument::value)
                .filter(StringLiteral.class::isInstance)
                .map(value -> ((StringLiteral) value).value())
                .findFirst()
                .orElse(null);
    }

    private static DefaultValue sequence(FunctionCall call) {
        String virtual = option(call, "virtual");
        return new DefaultValue.Sequence(
                virtual == null ? null : Boolean.valueOf(virtual),
                longOption(call, "cache"),
                longOption(call, "increment"),
                longOption(call, "minValue"),
                longOption(call, "maxValue"),
                longOption(call, "start"));
    }

    private static @Nullable Long longOption(FunctionCall call, String name) {
        String option = option(call, name);
        return option == null ? null : Long.valueOf(option);
    }

    private static @Nullable String option(FunctionCall call, String name) {
        return call.arguments().given().stream()
                .filter(argument -> argument.isNamed(name))
                .map(argument -> argument.value().source())
                .reduce((first, second) -> second)
                .orElse(null);
    }
}
