package dev.caspian.psl.analyse;

import dev.caspian.diagnostic.Diagnostics;
import dev.caspian.psl.ast.Argument;
import dev.caspian.psl.ast.ArgumentList;
import dev.caspian.psl.ast.Attribute;
import dev.caspian.psl.ast.Expression;
import dev.caspian.psl.ast.Expression.ArrayLiteral;
import dev.caspian.psl.ast.Expression.FunctionCall;
import dev.caspian.psl.ast.Name;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of one attribute while they are read. It knows which of them nobody has asked for, so that those can be
 * reported as unknown.
 */
final class AttributeArguments {

    /** The key of the argument without a name; no identifier is empty. */
    private static final String UNNAMED = "";

    private final Attribute attribute;
    private final Diagnostics diagnostics;
    private final Map<String, Argument> unread = new LinkedHashMap<>();

    private AttributeArguments(Attribute attribute, Diagnostics diagnostics) {
        this.attribute = attribute;
        this.diagnostics = diagnostics;
    }

    /** Starts to read the arguments of {@code attribute}. Empty if one of them lacks its value. */
    static Optional<AttributeArguments> open(Attribute attribute, Diagnostics diagnostics) {
        AttributeArguments arguments = new AttributeArguments(attribute, diagnostics);
        if (!arguments.checkLists()) {
            return Optional.empty();
        }
        arguments.collect();
        return Optional.of(arguments);
    }

    Attribute attribute() {
        return attribute;
    }

    Diagnostics diagnostics() {
        return diagnostics;
    }

    /** Reports values that are missing, and commas that are too many, also in the functions that are its arguments. */
    private boolean checkLists() {
        boolean sensible = check(attribute.arguments());
        for (ArgumentList.Item item : attribute.arguments().items()) {
            if (item.value() instanceof FunctionCall call) {
                sensible &= check(call.arguments());
            }
        }
        return sensible;
    }

    private boolean check(ArgumentList list) {
        List<Name> withoutValue = list.withoutValue();
        report(withoutValue);
        for (ArgumentList.Item item : list.items()) {
            if (item.value() instanceof ArrayLiteral array) {
                for (Expression element : array.elements()) {
                    if (element instanceof FunctionCall call) {
                        report(call.arguments().withoutValue());
                    }
                }
            }
        }
        if (list.trailingComma() != null) {
            diagnostics.add(AttributeRule.TRAILING_COMMA.at(list.trailingComma()));
        }
        return withoutValue.isEmpty();
    }

    private void report(List<Name> withoutValue) {
        withoutValue.forEach(name -> diagnostics.add(AttributeRule.ARGUMENT_WITHOUT_VALUE.at(name.span(), name)));
    }

    /** Sorts the arguments by name. Of those given twice the last one counts. */
    private void collect() {
        List<Argument> unnamed = new ArrayList<>();
        for (Argument argument : attribute.arguments().given()) {
            Name name = argument.name();
            Argument existing = unread.put(name == null ? UNNAMED : name.text(), argument);
            if (name == null) {
                unnamed.add(argument);
            } else if (existing != null) {
                diagnostics.add(AttributeRule.REPEATED_ARGUMENT.at(argument.span(), name));
            }
        }
        if (unnamed.size() > 1) {
            String list =
                    unnamed.stream().map(argument -> argument.value().source()).collect(Collectors.joining(", "));
            diagnostics.add(AttributeRule.SEVERAL_UNNAMED_ARGUMENTS.at(attribute.span(), list));
        }
    }

    /** The argument of this name. */
    Optional<Expression> optional(String name) {
        return Optional.ofNullable(unread.remove(name)).map(Argument::value);
    }

    /** The argument of this name, which may also stand without it; reported if it is missing. */
    Optional<Expression> required(String name) {
        Argument named = unread.get(name);
        if (named != null && unread.containsKey(UNNAMED)) {
            diagnostics.add(AttributeRule.UNNAMED_AND_NAMED.at(named.span(), name));
        } else if (named == null && !unread.containsKey(UNNAMED)) {
            diagnostics.add(AttributeRule.MISSING_ARGUMENT.at(attribute.span(), attribute.displayName(), name));
        }
        return unnamedOrNamed(name);
    }

    /** Like {@link #required}, but nothing is reported if the argument is missing or given in both ways. */
    Optional<Expression> unnamedOrNamed(String name) {
        Argument named = unread.remove(name);
        Argument unnamed = unread.remove(UNNAMED);
        if (named != null && unnamed != null) {
            return Optional.empty();
        }
        return Optional.ofNullable(named != null ? named : unnamed).map(Argument::value);
    }

    /** A string that must not be empty, such as {@code map}. Null if it is missing or wrong. */
    @Nullable String name(String argument) {
        String text = optional(argument)
                .flatMap(value -> Values.string(value, diagnostics))
                .orElse(null);
        if (text != null && text.isEmpty()) {
            diagnostics.add(AttributeRule.EMPTY_NAME.at(attribute.span(), argument));
            return null;
        }
        return text;
    }

    /** {@code clustered}. Null if it is missing or wrong. */
    @Nullable Boolean clustered() {
        return optional("clustered")
                .flatMap(value -> Values.bool(value, diagnostics))
                .orElse(null);
    }

    /** {@code sort} of a single column. Null if it is missing or wrong. */
    IndexSymbol.@Nullable Sort sort() {
        Optional<String> written = optional("sort").flatMap(value -> Values.constant(value, diagnostics));
        Optional<IndexSymbol.Sort> sort = written.flatMap(IndexSymbol.Sort::named);
        if (written.isPresent() && sort.isEmpty()) {
            diagnostics.add(AttributeRule.UNKNOWN_SORT.at(attribute.span(), written.get()));
        }
        return sort.orElse(null);
    }

    /** {@code length} of a single column. Null if it is missing or wrong. */
    @Nullable Integer length() {
        return optional("length")
                .flatMap(value -> Values.integer(value, diagnostics))
                .map(Long::intValue)
                .orElse(null);
    }

    /** Reports what nobody has asked for. */
    void finish() {
        unread.values()
                .forEach(argument ->
                        diagnostics.add(AttributeRule.UNKNOWN_ARGUMENT.at(argument.span(), attribute.displayName())));
    }
}
