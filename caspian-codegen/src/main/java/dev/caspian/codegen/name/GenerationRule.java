package dev.caspian.codegen.name;

import dev.caspian.diagnostic.Diagnostic.Severity;
import dev.caspian.diagnostic.Rule;

/** What can be said about a valid schema when Java is made of it. */
public enum GenerationRule implements Rule {
    CLASS_COLLISION(
            Severity.ERROR,
            "The Java class `%s` of %s collides with `%s` of %s. Rename one of them in the schema, and keep its name in"
                    + " the database with @@map."),
    CASE_COLLISION(
            Severity.ERROR,
            "The Java class `%s` of %s collides with `%s` of %s on file systems that disregard case. Rename one of them"
                    + " in the schema, and keep its name in the database with @@map."),
    NO_QUERIES(Severity.ERROR, "The client does not run on `%s` yet. Choose `sqlite` or `postgresql`."),
    NO_KEY(
            Severity.ERROR,
            "The model `%s` has no key that tells all of its records apart: its unique keys cover some of them only. Add an"
                    + " @id, or a @unique without `where`."),
    RENAMED_CLASS(Severity.WARNING, "`%s` is called `%s` in Java, where `%1$s` has a meaning of its own."),
    RENAMED_QUERIES(
            Severity.WARNING,
            "The queries of `%s` are called `%s()` in Java, where `%s` has a meaning of its own or is another model's."),
    RENAMED_FIELD(Severity.WARNING, "`%s` is called `%s()` in Java, where `%s` has a meaning of its own."),
    RENAMED_CONSTANT(Severity.WARNING, "The constant of `%s` is `%s`, because `%s` is that of another field."),
    RENAMED_KEY(
            Severity.WARNING,
            "The key `%s` of `%s` is selected with `%s(…)` in Java, where `%s` has a meaning of its own or is another key's."),
    RENAMED_VALUE(Severity.WARNING, "`%s` is called `%s` in Java, where `%s` is a keyword.");

    private final Severity severity;
    private final String template;

    GenerationRule(Severity severity, String template) {
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

    Problem about(String element, Object... particulars) {
        return new Problem(this, element, particulars);
    }
}
