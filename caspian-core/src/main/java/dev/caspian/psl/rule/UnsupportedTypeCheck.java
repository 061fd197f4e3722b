package dev.caspian.psl.rule;

import dev.caspian.provider.NativeTypeDefinition;
import dev.caspian.psl.analyse.ColumnType;
import dev.caspian.psl.analyse.ScalarFieldSymbol;
import dev.caspian.schema.Datasource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code Unsupported("…")} with a type that is supported after all. */
final class UnsupportedTypeCheck {

    private static final Pattern TYPE = Pattern.compile("([^(]+)(?:\\((.*?)\\))?.*");

    private UnsupportedTypeCheck() {}

    static void check(ScalarFieldSymbol field, RuleContext context) {
        Datasource datasource = context.configuration().datasource();
        if (datasource == null || !(field.type() instanceof ColumnType.Unsupported unsupported)) {
            return;
        }
        Matcher matcher = TYPE.matcher(unsupported.databaseType());
        if (!matcher.matches()) {
            return;
        }
        String name = matcher.group(1).strip();
        String inParentheses = matcher.group(2);
        List<String> arguments = inParentheses == null
                ? List.of()
                : Arrays.stream(inParentheses.split(",", -1)).map(String::strip).toList();
        Optional<NativeTypeDefinition> definition = context.traits().nativeType(name);
        if (definition.isPresent() && canTake(definition.get(), arguments)) {
            String scalar = definition.get().scalarTypes().get(0).prismaName();
            String suffix = arguments.isEmpty() ? "" : "(" + String.join(", ", arguments) + ")";
            String instead = scalar + " @" + datasource.name() + "." + name + suffix;
            context.report(FieldRule.SUPPORTED_TYPE, field.syntax().span(), unsupported.databaseType(), instead);
        }
    }

    private static boolean canTake(NativeTypeDefinition definition, List<String> arguments) {
        int possible = definition.requiredArguments() + definition.optionalArguments();
        if (possible == 0) {
            return true;
        }
        boolean enough = definition.takesBothOrNone()
                ? arguments.isEmpty() || arguments.size() == 2
                : arguments.size() >= definition.requiredArguments();
        return enough && arguments.size() <= possible && arguments.stream().allMatch(Numbers::isSize);
    }
}
