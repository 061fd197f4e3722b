package dev.caspian.sql.render;

import dev.caspian.jdbc.OwnFunctions;
import dev.caspian.sql.Comparison;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement as its database understands it.
 *
 * @param sql the text
 * @param bindings what each {@code ?} is bound to, in order
 * @param functions functions that it calls and the database does not have by itself, or null
 * @param comparisons what its conditions compare
 */
public record RenderedStatement(
        String sql, List<Binding> bindings, @Nullable OwnFunctions functions, List<Comparison> comparisons) {

    public RenderedStatement {
        bindings = List.copyOf(bindings);
    }
}
