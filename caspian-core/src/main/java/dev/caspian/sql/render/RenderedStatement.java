package dev.caspian.sql.render;

import java.util.List;

/**
 * A statement as its database understands it.
 *
 * @param sql the text
 * @param bindings what each {@code ?} is bound to, in order
 */
public record RenderedStatement(String sql, List<Binding> bindings) {

    public RenderedStatement {
        bindings = List.copyOf(bindings);
    }
}
