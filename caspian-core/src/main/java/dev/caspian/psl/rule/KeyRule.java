package dev.caspian.psl.rule;

import dev.caspian.diagnostic.Diagnostic.Severity;
import dev.caspian.diagnostic.Rule;

/** What can be wrong with a primary key, unique or index within its schema. */
public enum KeyRule implements Rule {
    NAME_TOO_LONG("The name `%s` is too long: %s takes at most %s bytes. Choose a shorter one for `map`."),
    NAME_TAKEN("The name `%s` is taken already: it has to be unique %s. Choose another one with `map`."),
    CLIENT_NAME_TAKEN("Two keys of the model `%s` have the `name: \"%s\"`. Choose another one."),
    CLIENT_NAME_IS_FIELD("The name `%s` of the `%s` is also that of a field. Choose another one."),
    SELECTOR_IS_FIELD("The client would call this key `%s`, but that is the name of a field. Rename the field."),
    KEY_WITHOUT_FIELDS("`%s` needs at least one field."),
    NAMED_ID_UNSUPPORTED("%s does not name primary keys. Remove the `map`."),
    CLUSTERED_UNSUPPORTED("%s does not let an index say how the table is stored. Remove `clustered`."),
    LENGTH_UNSUPPORTED("%s indexes whole values only. Remove `length`."),
    LENGTH_TYPE("Only a `String` or `Bytes` column has a `length`, and `%s` is neither."),
    ID_SORT_UNSUPPORTED("%s keeps a primary key in ascending order. Remove `sort`."),
    INDEX_TYPE_UNSUPPORTED("%s has no indexes of the type `%s`. Remove `type`."),
    HASH_SORT("An index of the type `Hash` has no order. Remove `sort`."),
    FULLTEXT_UNSUPPORTED("%s has no full-text indexes that a schema could declare. Remove the `@@fulltext`."),
    FULLTEXT_LENGTH("A full-text index covers whole values. Remove `length`."),
    FULLTEXT_SORT("A full-text index has no order. Remove `sort`."),
    PARTIAL_INDEX_UNSUPPORTED("%s has no indexes on a part of a table. Remove the `where`."),
    PARTIAL_INDEX_PREVIEW(
            "`where` is a preview feature. Add `previewFeatures = [\"partialIndexes\"]` to the generator."),
    OPERATORS_OUTSIDE_OF_INDEX("Only `@@index` takes `ops`. Remove it from the `%s`."),
    OPERATORS_UNSUPPORTED("%s has no operator classes to choose. Remove `ops`."),
    OPERATORS_OF_OTHER_INDEX_TYPE("The operator class `%s` does not exist for indexes of the type `%s`."),
    OPERATORS_OF_OTHER_NATIVE_TYPE("The operator class `%s` cannot index `%s`, which is a `%s`."),
    OPERATORS_OF_OTHER_TYPE("The operator class `%s` cannot index `%s`, which is not of the type `%s`."),
    OPERATORS_NEED_LIST("The operator class `ArrayOps` is for lists, and `%s` is none."),
    OPERATORS_NEED_NATIVE_TYPE("The operator class `%s` needs a native type for `%s`, as in `@db.…`."),
    OPERATORS_NEEDED("An index of the type `%s` needs to be told the operator class of a `%s`: `%s(ops: …)`."),
    INDEX_TYPE_CANNOT_HOLD("An index of the type `%s` cannot hold `%s`, because of its type."),
    SP_GIST_SEVERAL_COLUMNS("An index of the type `SpGist` has exactly one column."),
    JSON_NOT_LAST("In an inverted index, a `Json` column must be the last one. Move `%s` to the end."),
    XML_IN_INDEX("`%s` is XML, which cannot be indexed. Remove it from the `%s`."),
    LENGTH_NEEDED("A `%s` is too large to be indexed as a whole. Give the `length` of the part to index:"
            + " `%s(length: 191)`.");

    private final String template;

    KeyRule(String template) {
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
