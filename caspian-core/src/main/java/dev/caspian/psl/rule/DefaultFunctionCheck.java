package dev.caspian.psl.rule;

import dev.caspian.provider.Capability;
import dev.caspian.psl.analyse.DefaultSymbol;
import dev.caspian.psl.analyse.ModelSymbol;
import dev.caspian.psl.analyse.ScalarFieldSymbol;
import dev.caspian.psl.ast.Argument;
import dev.caspian.psl.ast.Expression;
import dev.caspian.psl.ast.Expression.Constant;
import dev.caspian.psl.ast.Expression.FunctionCall;
import dev.caspian.psl.ast.Expression.NumberLiteral;
import dev.caspian.psl.ast.Name;
import java.util.Set;

/** Default functions that only some database may know. */
final class DefaultFunctionCheck {

    private static final Set<String> ALWAYS_KNOWN =
            Set.of("autoincrement", "cuid", "dbgenerated", "nanoid", "now", "uuid", "ulid", "auto");

    private DefaultFunctionCheck() {}

    static void check(RuleContext context) {
        for (ModelSymbol model : context.symbols().models()) {
            for (ScalarFieldSymbol field : model.scalarFields()) {
                field.defaultValue().map(DefaultSymbol::value).ifPresent(value -> check(value, context));
            }
        }
    }

    private static void check(Expression value, RuleContext context) {
        if (value instanceof FunctionCall call && !ALWAYS_KNOWN.contains(call.name())) {
            if (call.name().equals("sequence") && context.can(Capability.SEQUENCES)) {
                call.arguments().given().forEach(argument -> checkSequence(argument, context));
            } else {
                context.report(FieldRule.UNKNOWN_FUNCTION, call.span(), call.name());
            }
        }
    }

    private static void checkSequence(Argument argument, RuleContext context) {
        Name name = argument.name();
        switch (name == null ? "" : name.text()) {
            case "virtual" -> {
                if (!(argument.value() instanceof Constant constant)
                        || !Set.of("true", "false").contains(constant.path())) {
                    report(argument, "`true` or `false`", context);
                }
            }
            case "cache", "increment", "minValue", "maxValue", "start" -> {
                if (!(argument.value() instanceof NumberLiteral number) || !Numbers.isLong(number.text())) {
                    report(argument, "a whole number", context);
                }
            }
            default -> context.report(FieldRule.SEQUENCE_ARGUMENT, argument.span());
        }
    }

    private static void report(Argument argument, String expected, RuleContext context) {
        Expression value = argument.value();
        String name = argument.name() == null ? "" : argument.name().text();
        context.report(FieldRule.SEQUENCE_VALUE, value.span(), name, expected, value.source());
    }
}
