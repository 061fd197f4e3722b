package dev.caspian.psl.analyse;

import dev.caspian.diagnostic.Diagnostics;
import dev.caspian.psl.ast.Argument;
import dev.caspian.psl.ast.Block;
import dev.caspian.psl.ast.Expression;
import dev.caspian.psl.ast.Expression.FunctionCall;
import dev.caspian.psl.ast.Expression.StringLiteral;
import dev.caspian.psl.ast.Property;
import dev.caspian.schema.Datasource.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The properties of a datasource or generator while they are read, by their keys. */
final class PropertySet {

    private final Map<String, Setting> unread = new LinkedHashMap<>();
    private final Diagnostics diagnostics;

    private PropertySet(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** A property that has a value. */
    record Setting(Property property, Expression value) {}

    /** Starts to read the properties of {@code block}. Empty if one of them lacks its value. */
    static Optional<PropertySet> open(Block block, Diagnostics diagnostics) {
        PropertySet set = new PropertySet(diagnostics);
        for (Property property : block.properties()) {
            Expression value = property.value();
            if (value == null) {
                diagnostics.add(ConfigurationRule.PROPERTY_WITHOUT_VALUE.at(
                        block.name().span(), property.key(), block.keyword().text(), block.name()));
                return Optional.empty();
            }
            set.unread.put(property.key().text(), new Setting(property, value));
        }
        return Optional.of(set);
    }

    Optional<Setting> take(String key) {
        return Optional.ofNullable(unread.remove(key));
    }

    /** What nobody has asked for. */
    List<Setting> rest() {
        return List.copyOf(unread.values());
    }

    /** Reads a string or {@code env("NAME")}. */
    static Optional<Text> text(Expression value, Diagnostics diagnostics) {
        if (value instanceof StringLiteral string) {
            return Optional.of(new Text.Literal(string.value()));
        } else if (value instanceof FunctionCall call && call.name().equals("env")) {
            List<Argument> arguments = call.arguments().given();
            if (arguments.size() == 1 && arguments.get(0).value() instanceof StringLiteral variable) {
                return Optional.of(new Text.Environment(variable.value()));
            }
            diagnostics.add(ConfigurationRule.ENVIRONMENT_ARGUMENT.at(call.span()));
            return Optional.empty();
        }
        diagnostics.add(ConfigurationRule.NOT_A_STRING.at(value.span(), value.source()));
        return Optional.empty();
    }

    /** Reads a string or {@code env("NAME")} at {@code key}; empty too if it is not given. */
    Optional<Text> takeText(String key) {
        return take(key).flatMap(setting -> text(setting.value(), diagnostics));
    }
}
