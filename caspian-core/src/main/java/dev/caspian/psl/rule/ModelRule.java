package dev.caspian.psl.rule;

import dev.caspian.diagnostic.Diagnostic.Severity;
import dev.caspian.diagnostic.Rule;

/** What can be wrong with a model, view, enum, type or datasource within its schema. */
public enum ModelRule implements Rule {
    COMPOSITE_TYPE_UNSUPPORTED("%s cannot store composite types. Make `%s` a model of its own, or use `Json`."),
    COMPOSITE_TYPE_CYCLE(
            "Through `%2$s` the type `%1$s` contains itself, so no value of it could ever end. Make the field"
                    + " optional, or a list."),
    EXTENSIONS_PREVIEW("Extensions are a preview feature. Add `previewFeatures = [\"postgresqlExtensions\"]` to the"
            + " generator."),
    EXTENSION_STARTS_WITH_NUMBER(
            "The extension `%s` starts with a digit. Write a name, and the real one with" + " `name(map: \"%1$s\")`."),
    EXTENSION_CONTAINS_DASH(
            "The extension `%s` contains `-`. Write a name without, and the real one with" + " `name(map: \"%1$s\")`."),
    DUPLICATE_TABLE("The model `%2$s` has the table `%1$s` as well. Choose another name for `@@map`."),
    TABLE_DIFFERS_BY_CASE(
            Severity.WARNING,
            "%s takes the tables `%s` and `%s` for the same, and will not create the second. Choose another name for one of them,"
                    + " or give it one with `@@map`."),
    COLUMN_DIFFERS_BY_CASE(
            Severity.WARNING,
            "%s takes the columns `%s` and `%s` for the same, and will not create the table. Choose another name for one of them,"
                    + " or give it one with `@map`."),
    DUPLICATE_JOIN_TABLE(
            "The table `%s` of this many-to-many relation is also that of `%s`. Choose another name for the"
                    + " relation."),
    DUPLICATE_ENUM_NAME("The enum `%2$s` has the database name `%1$s` as well. Choose another name for `@@map`."),
    UNKNOWN_NAMESPACE("The datasource does not list the database schema `%s`. Add it to `schemas`."),
    NAMESPACE_UNSUPPORTED("%s has no database schemas. Remove the `@@schema`."),
    NAMESPACE_MISSING("The datasource lists `schemas`, so the %s `%s` must say in which it is: `@@schema(\"…\")`."),
    VIEWS_PREVIEW("Views are a preview feature. Add `previewFeatures = [\"views\"]` to the generator."),
    VIEW_WITH_ID("A view has no primary key. Use `@unique` or `@@unique` for what tells its rows apart."),
    VIEW_WITH_INDEX("A view has no indexes. Put them on the tables that it shows."),
    VIEW_UNIQUE_ARGUMENT("A unique of a view exists for the client only, so it takes no `%s`."),
    VIEW_UNIQUE_COLUMN("A unique of a view exists for the client only, so `%s` takes no arguments in it."),
    NO_UNIQUE_CRITERION("The model `%s` has nothing that tells its records apart. Mark a required field with `@id` or"
            + " `@unique`, or add `@@id([…])` or `@@unique([…])`.%s"),
    SHARD_KEY_PREVIEW("Shard keys are a preview feature. Add `previewFeatures = [\"shardKeys\"]` to the generator."),
    SHARD_KEY_UNSUPPORTED("%s has no shard keys. Remove the `%s`."),
    SHARD_KEY_WITHOUT_FIELDS("`@@shardKey` needs at least one field."),
    AUTOINCREMENT_SEVERAL("%s can count only one column of a table up, but `%s` has several `autoincrement()`."),
    AUTOINCREMENT_NOT_ID("%s can count up only the primary key. Make `%s` the `@id`, or give it another default."),
    AUTOINCREMENT_NOT_INDEXED(
            "%s can count up only a column that an index starts with. Add `@unique`, `@id` or" + " `@@index([%s])`."),
    AUTOINCREMENT_NEEDS_BIG_INT("%s counts up only `BigInt`. Change the type, or use `@default(sequence())`.");

    private final Severity severity;
    private final String template;

    ModelRule(String template) {
        this(Severity.ERROR, template);
    }

    ModelRule(Severity severity, String template) {
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
