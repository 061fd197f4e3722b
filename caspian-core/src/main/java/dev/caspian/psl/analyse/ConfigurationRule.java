package dev.caspian.psl.analyse;

import dev.caspian.diagnostic.Diagnostic.Severity;
import dev.caspian.diagnostic.Rule;

/** What can be wrong with a datasource or generator. */
public enum ConfigurationRule implements Rule {
    PROPERTY_WITHOUT_VALUE("`%s` in the %s `%s` has no value. Write one behind the `=`."),
    MISSING_PROPERTY("The %s `%s` needs the property `%s`."),
    UNKNOWN_PROPERTY("A datasource has no property `%s`. Remove it."),
    SEVERAL_DATASOURCES("A schema can have only one datasource. Remove the others."),
    PROVIDER_FROM_ENVIRONMENT(
            "The provider decides what a schema may say, so it cannot come from the environment. Write"
                    + " its name in quotes."),
    PROVIDER_NOT_A_STRING("The provider is written in quotes, as in `provider = \"sqlite\"`."),
    EMPTY_PROVIDER("The provider must not be empty. Write `sqlite`, `postgresql`, `mysql` or `cockroachdb`."),
    UNKNOWN_PROVIDER("There is no provider `%s`. Write `sqlite`, `postgresql`, `mysql` or `cockroachdb`."),
    ENVIRONMENT_ARGUMENT("`env` takes the name of one variable in quotes, as in `env(\"DATABASE_URL\")`."),
    NOT_A_STRING("Expected a string in quotes or `env(\"NAME\")`, but found `%s`."),
    SHADOW_IS_DATABASE("`shadowDatabaseUrl` is the same as `%s`, but the shadow database is emptied again and again."
            + " Give it a database of its own."),
    UNKNOWN_RELATION_MODE("There is no relation mode `%s`. Write `foreignKeys` or `prisma`."),
    RELATION_MODE_TWICE("`referentialIntegrity` is the old name of `relationMode`. Keep only `relationMode`."),
    OLD_RELATION_MODE(Severity.WARNING, "`referentialIntegrity` is now called `relationMode`."),
    PREVIEW_FEATURES_IN_DATASOURCE("Preview features are switched on in a generator. Move `previewFeatures` there."),
    EMPTY_NAMESPACES("`schemas` must name at least one database schema, or be left out."),
    DUPLICATE_NAMESPACE("The database schema `%s` is listed twice. Remove one of them."),
    NAMESPACES_UNSUPPORTED("%s has no database schemas. Remove `schemas`."),
    EXTENSION_ARGUMENT_TWICE("The argument `%s` of an extension is given twice. Remove one of them."),
    EXTENSION_ARGUMENT_UNNAMED("An argument of an extension needs its name: `map`, `schema` or `version`."),
    EXTENSION_ARGUMENT_NOT_A_STRING("The argument `%s` of an extension is a string in quotes."),
    UNKNOWN_EXTENSION_ARGUMENT("An extension has no argument `%s`. Write `map`, `schema` or `version`."),
    UNKNOWN_PREVIEW_FEATURE("There is no preview feature `%s`. There are: %s."),
    AVAILABLE_PREVIEW_FEATURE(
            Severity.WARNING, "The feature `%s` is always on by now. Remove it from `previewFeatures`."),
    RENAMED_PREVIEW_FEATURE(Severity.WARNING, "The preview feature `%s` is now called `%s`.");

    private final Severity severity;
    private final String template;

    ConfigurationRule(String template) {
        this(Severity.ERROR, template);
    }

    ConfigurationRule(Severity severity, String template) {
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
