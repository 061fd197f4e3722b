package dev.caspian.psl.rule;

import dev.caspian.provider.Capability;
import dev.caspian.psl.analyse.EnumSymbol;
import dev.caspian.psl.analyse.ModelSymbol;
import dev.caspian.psl.ast.Block;
import dev.caspian.psl.ast.Name;
import dev.caspian.schema.Datasource;
import java.util.Optional;

/** {@code @@schema}: whether the database has such a thing, and whether the datasource lists it. */
final class NamespaceCheck {

    private NamespaceCheck() {}

    static void check(ModelSymbol model, RuleContext context) {
        check(model.syntax(), model.namespace(), context);
    }

    static void check(EnumSymbol type, RuleContext context) {
        check(type.syntax(), type.namespace(), context);
    }

    private static void check(Block block, Optional<Name> namespace, RuleContext context) {
        Datasource datasource = context.configuration().datasource();
        if (!context.can(Capability.NAMESPACES)) {
            namespace.ifPresent(name -> context.report(
                    ModelRule.NAMESPACE_UNSUPPORTED,
                    name.span(),
                    context.traits().displayName()));
        } else if (datasource != null) {
            namespace
                    .filter(name -> !datasource.namespaces().contains(name.text()))
                    .ifPresent(name -> context.report(ModelRule.UNKNOWN_NAMESPACE, name.span(), name));
            if (namespace.isEmpty() && context.configuration().namespacesSpan() != null) {
                context.report(
                        ModelRule.NAMESPACE_MISSING,
                        block.name().span(),
                        block.keyword().text(),
                        block.name());
            }
        }
    }
}
