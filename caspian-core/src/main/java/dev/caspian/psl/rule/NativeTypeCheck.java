package dev.caspian.psl.rule;

import dev.caspian.diagnostic.Span;
import dev.caspian.provider.NativeTypeDefinition;
import dev.caspian.provider.ScalarType;
import dev.caspian.psl.analyse.NativeTypeUse;
import dev.caspian.psl.analyse.ScalarFieldSymbol;
import dev.caspian.schema.Datasource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code @db.…}: whether the database has this type, for this field, with these arguments. */
final class NativeTypeCheck {

    private NativeTypeCheck() {}

    static void check(ScalarFieldSymbol field, RuleContext context) {
        Optional<NativeTypeUse> use = field.nativeType();
        Optional<ScalarType> scalar = field.scalarType();
        if (use.isPresent() && scalar.isPresent()) {
            check(use.get(), scalar.get(), context);
        }
    }

    private static void check(NativeTypeUse use, ScalarType scalar, RuleContext context) {
        Span span = use.attribute().span();
        Datasource datasource = context.configuration().datasource();
        if (datasource != null && !datasource.name().equals(use.prefix())) {
            context.report(FieldRule.NATIVE_TYPE_PREFIX, span, use.prefix(), datasource.name(), use.name());
        }
        Optional<NativeTypeDefinition> found = context.traits().nativeType(use.name());
        if (found.isEmpty()) {
            context.report(FieldRule.UNKNOWN_NATIVE_TYPE, span, context.traits().displayName(), use.name());
            return;
        }
        NativeTypeDefinition definition = found.get();
        int given = use.arguments().size();
        if (!takes(definition, given)) {
            context.report(
                    FieldRule.NATIVE_TYPE_ARGUMENTS,
                    span,
                    use.name(),
                    expected(definition),
                    given == 0 ? "none is given" : given == 1 ? "one is given" : given + " are given");
        } else if (!definition.scalarTypes().contains(scalar)) {
            String stored = definition.scalarTypes().stream()
                    .map(type -> "`" + type.prismaName() + "`")
                    .collect(Collectors.joining(" or "));
            context.report(FieldRule.NATIVE_TYPE_OF_OTHER_TYPE, span, use.name(), stored, scalar.prismaName());
        } else {
            checkArguments(definition, use, scalar, context);
        }
    }

    private static boolean takes(NativeTypeDefinition definition, int given) {
        return definition.takesBothOrNone()
                ? given == 0 || given == 2
                : given >= definition.requiredArguments()
                        && given <= definition.requiredArguments() + definition.optionalArguments();
    }

    private static String expected(NativeTypeDefinition definition) {
        int required = definition.requiredArguments();
        int optional = definition.optionalArguments();
        if (definition.takesBothOrNone()) {
            return "two arguments or none";
        } else if (required == 0 && optional == 0) {
            return "no arguments";
        }
        return required == 0 ? "at most one argument" : "one argument";
    }

    private static void checkArguments(
            NativeTypeDefinition definition, NativeTypeUse use, ScalarType scalar, RuleContext context) {
        Span span = use.attribute().span();
        Optional<String> wrong = use.arguments().stream()
                .filter(argument -> !Numbers.isSize(argument))
                .findFirst();
        if (wrong.isPresent()) {
            context.report(FieldRule.NATIVE_TYPE_ARGUMENT_NOT_A_NUMBER, span, use.name(), wrong.get());
            return;
        }
        List<Integer> arguments = use.arguments().stream().map(Integer::valueOf).toList();
        definition
                .limit()
                .complaint(arguments, scalar)
                .ifPresent(complaint -> context.report(FieldRule.NATIVE_TYPE_LIMIT, span, use.name(), complaint));
    }
}
