package dev.caspian.psl.analyse;

import dev.caspian.diagnostic.Diagnostic.Severity;
import dev.caspian.diagnostic.Rule;

/** What can be wrong with an attribute, looked at by itself. */
public enum AttributeRule implements Rule {
    UNKNOWN_ATTRIBUTE("There is no attribute `%s` here. Check its spelling, and that it belongs on this line."),
    REPEATED_ATTRIBUTE("`%s` may be given only once. Remove the others."),
    UNKNOWN_ARGUMENT("`%s` has no such argument. Remove it."),
    REPEATED_ARGUMENT("The argument `%s` is given twice. Remove one of them."),
    SEVERAL_UNNAMED_ARGUMENTS("Only one argument may stand without its name. If you mean a list, write `[%s]`."),
    UNNAMED_AND_NAMED("The argument `%s` is given both with its name and without. Remove one of them."),
    MISSING_ARGUMENT("`%s` needs the argument `%s`."),
    ARGUMENT_WITHOUT_VALUE("The argument `%s` has no value. Write one behind the colon."),
    TRAILING_COMMA("Arguments end without a comma. Remove it."),
    WRONG_VALUE("Expected a %s, but found the %s `%s`."),
    EMPTY_NAME("The argument `%s` must not be empty. Write a name, or leave it out."),
    UNKNOWN_SORT("`sort` is either `Asc` or `Desc`, not `%s`."),
    UNKNOWN_INDEX_TYPE("There is no index type `%s`. Write `BTree`, `Hash`, `Gist`, `Gin`, `SpGist` or `Brin`."),
    UNKNOWN_OPERATOR_CLASS("There is no operator class `%s`. For one that the language does not know, write"
            + " `raw(\"its_name\")`."),
    INVALID_OPERATOR_CLASS("An operator class is written as its name, or as `raw(\"its_name\")` with the name in SQL."),

    RELATION_ON_SCALAR("`%s` is not a relation, so it takes no `@relation`. Its type would have to be a model."),
    IGNORE_ON_UNSUPPORTED("An `Unsupported` field is left out of the client anyway. Remove the `@ignore`."),
    IGNORE_IN_IGNORED_MODEL("The whole model is ignored, so its fields need no `@ignore`. Remove it."),
    UPDATED_AT_TYPE("`@updatedAt` needs a field of the type `DateTime`, and `%s` is not."),
    UPDATED_AT_LIST("`@updatedAt` cannot fill a list. Make `%s` a single `DateTime`."),
    ID_ON_RELATION("`%s` is a relation and cannot be the id. Put `@id` on the field that holds its key."),
    UNIQUE_ON_RELATION(
            "`%s` is a relation and cannot be unique. Put `@unique`, or `@@unique([…])`, on the fields that hold"
                    + " its key.%s"),
    DEFAULT_ON_RELATION("`%s` is a relation and has no default. Put `@default` on the field that holds its key."),
    MAP_ON_RELATION("`%s` is a relation and has no column. Put `@map` on the field that holds its key."),
    SHARD_KEY_ON_RELATION("`%s` is a relation and cannot be the shard key. Put `@shardKey` on a column."),
    DUPLICATE_COLUMN("Another field of `%s` has the column `%s` already. Choose another name for `@map`."),

    SECOND_ID("The model `%s` has more than one `@id`. For an id of several fields, write `@@id([…])`."),
    ID_AND_BLOCK_ID("The model `%s` has both `@id` and `@@id`. Remove one of them."),
    OPTIONAL_ID("The id `%s` must be required. Remove the `%s` from its type."),
    OPTIONAL_FIELD_IN_ID("The id refers to %s, which may be missing. Every field of an id must be required."),
    SECOND_SHARD_KEY("The model `%s` has more than one shard key. For several columns, write `@@shardKey([…])`."),
    OPTIONAL_SHARD_KEY(
            "The shard key refers to %s, which may be missing. Every field of a shard key must be required."),

    UNKNOWN_FIELD("The model `%s` has no field %s."),
    NOT_A_COLUMN("%s is no column, and only columns can be listed here.%s"),
    REPEATED_FIELD("The field `%s` is listed twice. Remove one of them."),
    INVALID_CLIENT_NAME("The `name` of `%s` becomes part of the client, so it may hold only letters, digits and `_`."),
    NAME_AND_MAP("On an index, `name` is the old word for `map`. Keep only `map`."),
    EMPTY_RELATION_NAME("The name of a relation must not be empty."),
    UNKNOWN_ACTION("There is no referential action `%s`. Write `Cascade`, `Restrict`, `NoAction`, `SetNull` or"
            + " `SetDefault`."),

    INVALID_CONDITION("A `where` is either an object, as in `where: { active: true }`, or SQL, as in"
            + " `where: raw(\"active\")`."),
    EMPTY_CONDITION("A `where` needs at least one field, as in `where: { active: true }`."),
    CONDITION_FIELD("The model `%s` has no column `%s` to restrict the index by."),
    CONDITION_VALUE("The field `%s` is a `%s`, so it cannot be compared with `%s`."),
    CONDITION_OPERATOR("Within `where`, only `not` is possible: `{ %s: { not: … } }`."),

    UNSUPPORTED_DEFAULT("A field of an `Unsupported` type can only have a default of the database:"
            + " `@default(dbgenerated(\"…\"))`."),
    COMPOSITE_DEFAULT("The field `%s` holds a composite type, which cannot have a default. Remove the `@default`."),
    COMPOSITE_DEFAULT_FUNCTION("The fields of a `type` block cannot have `%s()` as their default."),
    COMPOSITE_DEFAULT_MAP("The default of a field of a `type` block has no name in the database. Remove the `map`."),
    WRONG_DEFAULT("The default of a `%s` field cannot be `%s`.%s"),
    WRONG_ENUM_DEFAULT("The default of an enum field is one of its values, and `%s` is none."),
    UNKNOWN_ENUM_VALUE("The enum `%s` has no value `%s`."),
    LIST_DEFAULT_FOR_SINGLE("`%s` holds a single value, so its default cannot be a list. Remove the brackets."),
    SINGLE_DEFAULT_FOR_LIST("`%s` is a list, so its default must be one as well: `[…]`."),
    BOOLEAN_DEFAULT("A Boolean is either `true` or `false`, not `%s`."),
    WRONG_DEFAULT_FUNCTION("`%s()` cannot be the default of a field of the type `%s`."),
    NAMED_AUTOINCREMENT("`autoincrement()` makes no constraint that could have a name. Remove the `map`."),
    FUNCTION_TAKES_NOTHING("`%s` takes no argument. Write `%1$s()`."),
    FUNCTION_TAKES_NUMBER("`%s` takes at most one argument, a whole number."),
    FUNCTION_ARGUMENT("`%s` takes no argument, or %s."),
    DBGENERATED_ARGUMENT("`dbgenerated` takes at most one argument, a string with the SQL of the default."),
    DBGENERATED_EMPTY("The SQL of `dbgenerated(\"…\")` is empty. Write it, or write `dbgenerated()` to leave it to the"
            + " database.");

    private final String template;

    AttributeRule(String template) {
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
