package dev.caspian.psl.rule;

import dev.caspian.diagnostic.Diagnostic.Severity;
import dev.caspian.diagnostic.Rule;

/** What can be wrong with a {@code /// @renamedFrom(…)}. */
public enum RenameRule implements Rule {
    MALFORMED_RENAME(
            Severity.WARNING,
            "The comment of `%s` does not say what it is renamed from. Write `/// @renamedFrom(old)` on a line of its own,"
                    + " once, with the former name in the database."),
    SAME_FORMER_COLUMN(
            Severity.ERROR,
            "Both `%s` and `%s` are renamed from the column `%s`. Remove `@renamedFrom` from one of them."),
    SAME_FORMER_TABLE(
            Severity.ERROR,
            "Both `%s` and `%s` are renamed from the table `%s`. Remove `@renamedFrom` from one of them.");

    private final Severity severity;
    private final String template;

    RenameRule(Severity severity, String template) {
        this.severity = severity;
        this.template = template;
    }

    @Override
    public Severity severity() {
        return severity;
    }

    @Override
    public String template() {
        return template;
    }
}
