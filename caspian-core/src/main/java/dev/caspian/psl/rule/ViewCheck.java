package dev.caspian.psl.rule;

import dev.caspian.psl.analyse.IndexSymbol;
import dev.caspian.psl.analyse.ModelSymbol;
import dev.caspian.psl.analyse.PreviewFeature;
import dev.caspian.schema.Index.Kind;

/** Views, which the database computes, and which have therefore no keys of their own. */
final class ViewCheck {

    private ViewCheck() {}

    static void check(ModelSymbol view, RuleContext context) {
        if (!view.isView()) {
            return;
        }
        if (!context.configuration().has(PreviewFeature.VIEWS)) {
            context.report(ModelRule.VIEWS_PREVIEW, view.syntax().name().span());
        }
        view.primaryKey()
                .ifPresent(key ->
                        context.report(ModelRule.VIEW_WITH_ID, key.attribute().span()));
        view.indexes().forEach(index -> check(index, context));
    }

    private static void check(IndexSymbol index, RuleContext context) {
        if (index.kind() != Kind.UNIQUE) {
            context.report(ModelRule.VIEW_WITH_INDEX, index.attribute().span());
        } else {
            ClientNames.checkSelector(index, context);
        }
        if (index.mappedName() != null) {
            context.report(ModelRule.VIEW_UNIQUE_ARGUMENT, index.attribute().span(), "map");
        }
        if (index.clustered() != null) {
            context.report(ModelRule.VIEW_UNIQUE_ARGUMENT, index.attribute().span(), "clustered");
        }
        index.columns().stream()
                .filter(column -> column.length() != null || column.sort() != null || column.operators() != null)
                .forEach(column -> context.report(
                        ModelRule.VIEW_UNIQUE_COLUMN, index.attribute().span(), column.path()));
    }
}
