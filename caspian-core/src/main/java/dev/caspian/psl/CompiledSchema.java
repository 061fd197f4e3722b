package dev.caspian.psl;

import dev.caspian.diagnostic.Diagnostic;
import dev.caspian.schema.Schema;
import java.util.List;
import java.util.Optional;

/**
 * What became of the text of a schema.
 *
 * @param schema the schema; present if and only if there is no error
 * @param diagnostics warnings, and behind them errors
 */
public record CompiledSchema(Optional<Schema> schema, List<Diagnostic> diagnostics) {

    public CompiledSchema {
        diagnostics = List.copyOf(diagnostics);
    }

    public List<Diagnostic> errors() {
        return diagnostics.stream().filter(Diagnostic::isError).toList();
    }

    public List<Diagnostic> warnings() {
        return diagnostics.stream().filter(diagnostic -> !diagnostic.isError()).toList();
    }

    /**
     * The schema.
     *
     * @throws InvalidSchemaException if there are errors
     */
    public Schema orThrow() {
        return schema.orElseThrow(() -> new InvalidSchemaException(errors()));
    }
}
