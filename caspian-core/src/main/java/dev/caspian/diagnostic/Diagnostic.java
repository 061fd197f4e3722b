package dev.caspian.diagnostic;

/**
 * One mistake in a schema, or one doubt about it.
 *
 * @param severity whether the schema can be used all the same
 * @param message what is wrong and what to write instead, in one or two sentences
 * @param span where it stands
 */
public record Diagnostic(Severity severity, String message, Span span) {

    public enum Severity {
        ERROR,
        WARNING
    }

    public static Diagnostic error(String message, Span span) {
        return new Diagnostic(Severity.ERROR, message, span);
    }

    public static Diagnostic warning(String message, Span span) {
        return new Diagnostic(Severity.WARNING, message, span);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
