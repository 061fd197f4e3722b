package dev.caspian.psl.parse;

import dev.caspian.diagnostic.Diagnostic.Severity;
import dev.caspian.diagnostic.Rule;

/** What can be wrong with the text alone. */
public enum SyntaxRule implements Rule {
    UNKNOWN_LINE("This line belongs to no block. A block starts with `model`, `enum`, `view`, `type`, `datasource` or"
            + " `generator` and a name, and ends with a `}` on a line of its own."),
    UNKNOWN_BLOCK(
            "`%s` is not a kind of block. Write `model`, `enum`, `view`, `type`, `datasource` or `generator` and a"
                    + " name in front of the `{`."),
    TYPE_ALIAS("Types cannot be given another name with `=`. Use the type itself in each field."),
    INVALID_FIELD_LINE(
            "This line is neither a field nor an attribute. Write a field as `name Type @attribute`, each on one"
                    + " line, and an attribute of the whole block as `@@attribute`, each on a line of its own."),
    INVALID_VALUE_LINE("This line is not a value of the enum. Write one name on each line."),
    INVALID_PROPERTY_LINE("This line is not a setting of the %s. Write `key = value`, each on one line."),
    FIELD_WITHOUT_TYPE("The field `%s` has no type. Write `%1$s String`, for example."),
    LEGACY_COLON("A field is written without a colon: `%s Type`."),
    LEGACY_REQUIRED_TYPE("Fields are required unless marked with `?`. Write `%s` without the `!`."),
    LEGACY_LIST_TYPE("A list is written with the brackets behind the type: `%s[]`."),
    OPTIONAL_LIST(
            "A list cannot be optional; an empty one stands for no values. Write `%1$s[]`, or `%1$s?` for at most one"
                    + " value."),
    UNKNOWN_ESCAPE("`\\%s` is not an escape in a string. For a backslash, as in a Windows path, write `\\\\`."),
    INVALID_UNICODE_ESCAPE(
            "`\\u` must be followed by the four hexadecimal digits of a character, and a surrogate by its"
                    + " other half."),
    NULL_CHARACTER(
            "A string cannot hold the character 0, which ends texts and names in databases. Remove the `\\u0000`."),
    NESTED_TOO_DEEPLY("This value is nested more than %s levels deep."),
    COMPOSITE_TYPE_ATTRIBUTE("A `type` block takes no `@@%s`: it is not stored by itself."),
    COMPOSITE_FIELD_ATTRIBUTE("A field of a `type` block takes no `@%s`.");

    private final String template;

    SyntaxRule(String template) {
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
