package dev.caspian.psl.analyse;

import dev.caspian.diagnostic.Diagnostics;
import dev.caspian.diagnostic.Span;
import dev.caspian.psl.ast.Argument;
import dev.caspian.psl.ast.ArgumentList;
import dev.caspian.psl.ast.Expression;
import dev.caspian.psl.ast.Expression.Constant;
import dev.caspian.psl.ast.Expression.FunctionCall;
import dev.caspian.psl.ast.Expression.StringLiteral;
import dev.caspian.psl.ast.Name;
import dev.caspian.schema.Datasource.Extension;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the {@code extensions} of a PostgreSQL datasource. */
final class ExtensionReader {

    private static final Set<String> ARGUMENTS = Set.of("map", "schema", "version");

    private ExtensionReader() {}

    /** An extension, where it stands. */
    record ReadExtension(Extension extension, Span span) {}

    static List<ReadExtension> read(Expression list, Diagnostics diagnostics) {
        return Values.array(list, ExtensionReader::readOne, diagnostics).orElse(List.of());
    }

    private static Optional<ReadExtension> readOne(Expression expression, Diagnostics diagnostics) {
        if (expression instanceof Constant constant) {
            return Optional.of(
                    new ReadExtension(new Extension(constant.path(), constant.path(), null, null), constant.span()));
        } else if (expression instanceof FunctionCall call) {
            Map<String, String> arguments = arguments(call.arguments(), diagnostics);
            Extension extension = new Extension(
                    call.name(),
                    arguments.getOrDefault("map", call.name()),
                    arguments.get("schema"),
                    arguments.get("version"));
            return Optional.of(new ReadExtension(extension, call.span()));
        }
        return Values.mismatch("name of an extension", expression, diagnostics);
    }

    private static Map<String, String> arguments(ArgumentList list, Diagnostics diagnostics) {
        Map<String, String> values = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (Argument argument : list.given()) {
            Name name = argument.name();
            if (name == null) {
                diagnostics.add(ConfigurationRule.EXTENSION_ARGUMENT_UNNAMED.at(argument.span()));
            } else if (!seen.add(name.text())) {
                diagnostics.add(ConfigurationRule.EXTENSION_ARGUMENT_TWICE.at(argument.span(), name));
            } else if (!ARGUMENTS.contains(name.text())) {
                diagnostics.add(ConfigurationRule.UNKNOWN_EXTENSION_ARGUMENT.at(argument.span(), name));
            } else if (argument.value() instanceof StringLiteral string) {
                values.put(name.text(), string.value());
            } else {
                diagnostics.add(ConfigurationRule.EXTENSION_ARGUMENT_NOT_A_STRING.at(argument.span(), name));
            }
        }
        return values;
    }
}
