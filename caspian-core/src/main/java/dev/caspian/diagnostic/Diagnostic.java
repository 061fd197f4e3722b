package dev.caspian.diagnostic;

import org.jspecify.annotations.Nullable;

/**
 * One mistake in a schema, or one doubt about it.
 *
 * @param severity whether the schema can be used all the same
 * @param message what is wrong and what to write instead, in one or two sentences
 * @param span where it stands
 * @param rule which rule was broken, or null if it belongs to no catalogue
 */
public record Diagnostic(
        Severity severity,
        String message,
        Span span,
        @Nullable Rule rule) {

    public enum Severity {
        ERROR,
        WARNING
    }

    public Diagnostic(Severity severity, String message, Span span) {
        this(severity, message, span, null);
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
