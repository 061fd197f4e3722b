package dev.caspian.psl.rule;

import dev.caspian.diagnostic.Span;
import dev.caspian.psl.analyse.Configuration;
import dev.caspian.psl.analyse.Configuration.ExtensionUse;
import dev.caspian.psl.analyse.PreviewFeature;

/** The extensions of the datasource. */
final class DatasourceCheck {

    private DatasourceCheck() {}

    static void check(RuleContext context) {
        Configuration configuration = context.configuration();
        Span extensions = configuration.extensionsSpan();
        if (extensions == null) {
            return;
        }
        if (!configuration.has(PreviewFeature.POSTGRESQL_EXTENSIONS)) {
            context.report(ModelRule.EXTENSIONS_PREVIEW, extensions);
            return;
        }
        for (ExtensionUse extension : configuration.extensionSpans()) {
            String name = extension.name();
            if (Character.isDigit(name.codePointAt(0))) {
                context.report(ModelRule.EXTENSION_STARTS_WITH_NUMBER, extension.span(), name);
            } else if (name.contains("-")) {
                context.report(ModelRule.EXTENSION_CONTAINS_DASH, extension.span(), name);
            }
        }
    }
}
