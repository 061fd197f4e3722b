package dev.caspian.psl;

import dev.caspian.diagnostic.Diagnostic;
import dev.caspian.diagnostic.DiagnosticRenderer;
import java.util.List;

/** A schema has errors. The message shows each of them with its place in the text. */
public final class InvalidSchemaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A file that is no schema at all has an error on every line; nobody reads further than this. */
    private static final int MAXIMUM_SHOWN = 100;

    private final transient List<Diagnostic> errors;

    public InvalidSchemaException(List<Diagnostic> errors) {
        super(message(errors));
        this.errors = List.copyOf(errors);
    }

    private static String message(List<Diagnostic> errors) {
        String count = errors.size() == 1 ? "The schema has an error." : "The schema has " + errors.size() + " errors.";
        int shown = Math.min(errors.size(), MAXIMUM_SHOWN);
        String more = shown == errors.size() ? "" : "\n… and " + (errors.size() - shown) + " more.\n";
        return count + "\n\n" + DiagnosticRenderer.plain().render(errors.subList(0, shown)) + more;
    }

    /** Prisma's code for an invalid schema, {@code P1012}. */
    public String code() {
        return "P1012";
    }

    public List<Diagnostic> errors() {
        return errors;
    }
}
