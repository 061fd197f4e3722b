package dev.caspian.psl.analyse;

import dev.caspian.diagnostic.Diagnostic.Severity;
import dev.caspian.diagnostic.Rule;

/** What can be wrong with names, and with the types that fields name. */
public enum NameRule implements Rule {
    RESERVED_TYPE_NAME("`%s` is the name of a scalar type. Choose another name."),
    RESERVED_NAME(
            "`%s` cannot be the name of a %s: the generated client uses this word itself. Choose another name, and"
                    + " keep the name in the database with `@@map(\"%1$s\")`."),
    STARTS_WITH_NUMBER("The name `%s` starts with a digit. Names start with a letter."),
    CONTAINS_DASH("The name `%s` contains `-`. Use letters, digits and `_`."),
    DUPLICATE_NAME("There is already a %2$s of the name `%1$s`. Rename one of them."),
    DUPLICATE_FIELD("The %2$s `%1$s` already has a field `%3$s`. Rename or remove one of them."),
    DUPLICATE_VALUE("The enum `%s` already has a value `%s`. Remove one of them."),
    DUPLICATE_PROPERTY("`%s` is set twice in the %s `%s`. Remove one of them."),
    UNKNOWN_TYPE("The type `%s` does not exist. It is neither a scalar type nor a model or enum of the schema."),
    UNKNOWN_TYPE_SIMILAR("The type `%s` does not exist. Did you mean `%s`?"),
    EMPTY_ENUM("The enum `%s` has no values. Write at least one."),
    MODEL_IN_COMPOSITE("`%s` is a model, and a `type` block cannot hold relations. Move the field into a model.");

    private final String template;

    NameRule(String template) {
        this.template = template;
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String template() {
        return template;
    }
}
