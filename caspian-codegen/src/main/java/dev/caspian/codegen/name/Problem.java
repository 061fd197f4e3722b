package dev.caspian.codegen.name;

import dev.caspian.diagnostic.Diagnostic;
import dev.caspian.diagnostic.Diagnostic.Severity;
import dev.caspian.diagnostic.Span;

/** What cannot be generated from a valid schema, or not under the name that the schema gives. Immutable. */
public final class Problem {

    private final GenerationRule rule;
    private final String element;
    private final Object[] particulars;

    Problem(GenerationRule rule, String element, Object... particulars) {
        this.rule = rule;
        this.element = element;
        this.particulars = particulars.clone();
    }

    /** The part of the schema that it is about: {@code User}, or {@code User.name}. */
    public String element() {
        return element;
    }

    /** Whether nothing can be generated. */
    public boolean isError() {
        return rule.severity() == Severity.ERROR;
    }

    /** The problem where its element stands. */
    public Diagnostic at(Span span) {
        return rule.at(span, particulars);
    }

    @Override
    public String toString() {
        return rule.template().formatted(particulars);
    }
}
