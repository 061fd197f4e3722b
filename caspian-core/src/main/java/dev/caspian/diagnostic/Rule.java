package dev.caspian.diagnostic;

import dev.caspian.diagnostic.Diagnostic.Severity;
import java.util.Arrays;

/**
 * One kind of mistake, with the words that describe it. Families of rules are enums, so that each catalogue of messages
 * can be read in one place, and so that a test can hold every rule to an example.
 */
public interface Rule {

    /** How much of a particular goes into a message, in characters. */
    int MAXIMUM_LENGTH = 200;

    /** The rule's stable name. */
    String name();

    Severity severity();

    /** The message, with {@code %s} where the particulars go. */
    String template();

    /** Reports this rule as broken at {@code span}. */
    default Diagnostic at(Span span, Object... particulars) {
        Object[] shortened = Arrays.stream(particulars).map(Rule::shorten).toArray();
        return new Diagnostic(severity(), template().formatted(shortened), span, this);
    }

    private static String shorten(Object particular) {
        String text = String.valueOf(particular);
        return text.length() <= MAXIMUM_LENGTH ? text : text.substring(0, MAXIMUM_LENGTH) + "…";
    }
}
