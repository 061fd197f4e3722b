package dev.caspian.psl.rule;

import dev.caspian.diagnostic.Diagnostic.Severity;
import dev.caspian.diagnostic.Rule;

/** What can be wrong with a column within its schema. */
public enum FieldRule implements Rule {
    LIST_UNSUPPORTED(
            "%s cannot store lists, but `%s` is one. Make it a relation to a model of its own, or use `Json`."),
    JSON_LIST_UNSUPPORTED("%s cannot store lists of `Json`. Make `%s` a single `Json` that holds an array."),
    DECIMAL_UNSUPPORTED("`%s` is a `Decimal`, which needs a `datasource` in the schema."),
    NATIVE_TYPE_PREFIX(
            "The datasource is called `%2$s`, so native types start with `@%2$s.`: write `@%2$s.%3$s` and not"
                    + " `@%1$s.%3$s`."),
    UNKNOWN_NATIVE_TYPE("%s has no native type `%s`."),
    NATIVE_TYPE_ARGUMENTS("The native type `%s` takes %s, but %s."),
    NATIVE_TYPE_ARGUMENT_NOT_A_NUMBER("The arguments of the native type `%s` are whole numbers, and `%s` is none."),
    NATIVE_TYPE_OF_OTHER_TYPE("The native type `%s` stores %s, but the field is a `%s`."),
    NATIVE_TYPE_LIMIT("The arguments of the native type `%s` are out of range: %s."),
    SUPPORTED_TYPE("The type `Unsupported(\"%s\")` is supported. Write `%s` instead."),
    UNKNOWN_FUNCTION("There is no function `%s` for a default."),
    SEQUENCE_ARGUMENT("`sequence` takes only `virtual`, `cache`, `increment`, `minValue`, `maxValue` and `start`, each"
            + " with its name."),
    SEQUENCE_VALUE("`%s` of a sequence is %s, and `%s` is none."),
    NAMED_DEFAULT("%s does not name defaults. Remove the `map`."),
    AUTO_UNSUPPORTED("%s makes no ids by itself. Use `autoincrement()`, `uuid()` or `cuid()` instead of `auto()`."),
    INVALID_INTEGER("`%s` is not a whole number of 64 bits."),
    INVALID_JSON("The default is not valid JSON."),
    INVALID_BYTES("The default is not valid Base64."),
    INVALID_DATE_TIME("The default is not a date and time of RFC 3339, as in `2024-12-31T23:59:59Z`."),
    INVALID_DECIMAL("The default is not a decimal number.");

    private final String template;

    FieldRule(String template) {
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
