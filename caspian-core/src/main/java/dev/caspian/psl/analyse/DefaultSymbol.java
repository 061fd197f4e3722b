package dev.caspian.psl.analyse;

import dev.caspian.psl.ast.Attribute;
import dev.caspian.psl.ast.Expression;
import dev.caspian.psl.ast.Expression.FunctionCall;
import org.jspecify.annotations.Nullable;

/**
 * What {@code @default} says.
 *
 * @param mappedName the name of the constraint, or null
 */
public record DefaultSymbol(
        Attribute attribute, Expression value, @Nullable String mappedName) {

    /** Whether the value is a call of the function of this name. */
    public boolean isFunction(String name) {
        return value instanceof FunctionCall call && call.name().equals(name);
    }
}
