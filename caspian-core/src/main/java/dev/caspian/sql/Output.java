package dev.caspian.sql;

import org.jspecify.annotations.Nullable;

/**
 * A column of a result.
 *
 * @param alias its name, or null where nobody asks for it: results are read by position
 */
public record Output(Expression expression, @Nullable String alias) {

    public static Output of(Expression expression) {
        return new Output(expression, null);
    }
}
