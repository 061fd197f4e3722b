package dev.caspian.diagnostic;

import dev.caspian.diagnostic.Diagnostic.Severity;

/**
 * One kind of mistake, with the words that describe it. Families of rules are enums, so that each catalogue of messages
 * can be read in one place, and so that a test can hold every rule to an example.
 */
public interface Rule {

    /** The rule's stable name. */
    String name();

    Severity severity();

    /** The message, with {@code %s} where the particulars go. */
    String template();

    /** Reports this rule as broken at {@code span}. */
    default Diagnostic at(Span span, Object... particulars) {
        return new Diagnostic(severity(), template().formatted(particulars), span, this);
    }
}
