package dev.caspian.psl.rule;

import dev.caspian.diagnostic.Diagnostic.Severity;
import dev.caspian.diagnostic.Rule;

/** What can be wrong with a relation. */
public enum RelationRule implements Rule {
    AMBIGUOUS_RELATION(
            "The fields %s of `%s` all refer to `%s`, and nothing tells these relations apart. Give each relation"
                    + " a name, on both of its sides: `@relation(\"…\")`."),
    AMBIGUOUS_SELF_RELATION(
            "The fields %s of `%s` refer to `%2$s` itself, and it is not clear which belong together. Give"
                    + " the two sides of a relation the same name: `@relation(\"…\")`."),
    REPEATED_RELATION_NAME(
            "The fields %s of `%s` have the same relation name, but a relation has only two sides. Choose"
                    + " another name for one of them."),
    TARGET_IGNORED("`%s` refers to `%s`, which is ignored. Add `@ignore` to it."),
    ACTION_UNSUPPORTED("The referential action `%s` is not possible here. Possible are: %s."),
    SET_DEFAULT_UNSUPPORTED(
            Severity.WARNING, "%s does not carry out `SetDefault`; with it, a change may fail. Use another action."),
    NAMED_FOREIGN_KEY_UNSUPPORTED("%s does not name foreign keys. Remove the `map`."),
    MISSING_INDEX(
            Severity.WARNING,
            "With `relationMode = \"prisma\"` no foreign key makes an index, so finding related records reads the whole"
                    + " table. Add `@@index([%s])`."),
    CYCLE(
            "Through `%s`, changes of `%s` would go round in a circle. With `relationMode = \"prisma\"`, set `onDelete: NoAction,"
                    + " onUpdate: NoAction` in one of the relations of the circle."),
    REFERENCES_NOT_UNIQUE("`references` must be the id or a unique of `%s`. Add `%s`."),
    DIFFERENT_COUNT("`fields` and `references` must list the same number of fields."),
    REQUIRED_OVER_OPTIONAL(
            "The relation `%s` is required, but its column %s may be missing. Make both optional, or both"
                    + " required."),
    DIFFERENT_TYPES("`%s` and `%s` have different types, so one cannot refer to the other."),
    SET_NULL_ON_REQUIRED(
            "`SetNull` would empty the required column %s. Make it and the relation optional, or choose another"
                    + " action."),
    SET_NULL_ON_REQUIRED_FAILS(
            Severity.WARNING,
            "`SetNull` would empty the required column %s, which fails when it comes to it. Make it and the relation"
                    + " optional, or choose another action."),
    OTHER_SIDE_MISSING(
            "The relation `%s` has no other side. Add a field of the type `%s` to `%s`; formatting the schema"
                    + " does so."),
    NO_FIELDS(
            "The relation `%s` does not say which columns hold its key. Write `@relation(fields: […], references: […])`;"
                    + " formatting the schema does so."),
    NO_REFERENCES("The relation `%s` does not say which fields of `%s` its key refers to. Add `references: […]`."),
    NO_FIELDS_ON_EITHER_SIDE("Neither `%s` nor `%s` says which columns hold the key. Write `@relation(fields: […],"
            + " references: […])` on one of them."),
    NO_REFERENCES_ON_EITHER_SIDE(
            "Neither `%s` nor `%s` says which fields the key refers to. Add `references: […]` to the"
                    + " one with `fields`."),
    FIELDS_ON_BOTH_SIDES("Both `%s` and `%s` have `fields`. Only one side holds the key; remove them from the other."),
    REFERENCES_ON_BOTH_SIDES(
            "Both `%s` and `%s` have `references`. Only one side holds the key; remove them from the" + " other."),
    ARGUMENTS_ON_LIST_SIDE(
            "`%s` is the side without the key, so it takes neither `fields` nor `references`. They belong to"
                    + " `%s`."),
    ACTIONS_ON_WRONG_SIDE(
            "`%s` is the side without the key, so it takes neither `onDelete` nor `onUpdate`. They belong to"
                    + " `%s`."),
    ACTIONS_ON_BOTH_SIDES("Both `%s` and `%s` have referential actions. They belong to the side with `fields` only."),
    KEY_NOT_UNIQUE("In a one-to-one relation the key must be unique. Write `%s`, or make the field in `%s` a list."),
    ARGUMENTS_SPLIT("`%s` has `fields` and `%s` has `references`. Both belong to the same side."),
    BOTH_SIDES_REQUIRED("`%s` is required, but no database can make sure that the other record exists. Write `%s?`."),
    KEY_ON_OPTIONAL_SIDE("`%s` has the key, but it is `%s` that is required. Move the arguments of `@relation` there."),
    ARGUMENTS_ON_MANY_TO_MANY(
            "A many-to-many relation has a table of its own for the keys, so `%s` takes neither `fields`"
                    + " nor `references`."),
    ACTIONS_ON_MANY_TO_MANY(
            "A many-to-many relation has no referential actions. For these, write the table between as a"
                    + " model of its own."),
    MANY_TO_MANY_WITH_VIEW(
            "`%s` is part of a many-to-many relation with a view, for which there can be no table between."),
    MANY_TO_MANY_WITHOUT_ID(
            "`%s` needs `%s` to have an `@id` of a single field. For anything else, write the table between"
                    + " as a model of its own."),
    MANY_TO_MANY_REFERENCES("`%s` refers to something else than the id of `%s`, which a many-to-many relation cannot.");

    private final Severity severity;
    private final String template;

    RelationRule(String template) {
        this(Severity.ERROR, template);
    }

    RelationRule(Severity severity, String template) {
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
