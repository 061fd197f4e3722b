package dev.caspian.psl.rule;

import dev.caspian.diagnostic.Span;
import dev.caspian.provider.Capability;
import dev.caspian.provider.IndexAlgorithm;
import dev.caspian.provider.ScalarType;
import dev.caspian.psl.analyse.ColumnType;
import dev.caspian.psl.analyse.IndexSymbol;
import dev.caspian.psl.analyse.IndexSymbol.Column;
import dev.caspian.psl.analyse.PreviewFeature;
import dev.caspian.schema.Index.Kind;
import java.util.function.Predicate;

/** A unique, index or full-text index. */
final class IndexCheck {

    private IndexCheck() {}

    static void check(IndexSymbol index, RuleContext context) {
        Span span = index.attribute().span();
        String product = context.traits().displayName();
        if (index.columns().isEmpty()) {
            context.report(KeyRule.KEY_WITHOUT_FIELDS, span, index.attribute().displayName());
        }
        checkNames(index, context);
        if (any(index, column -> column.length() != null) && !context.can(Capability.INDEX_LENGTH)) {
            context.report(KeyRule.LENGTH_UNSUPPORTED, span, product);
        }
        checkAlgorithm(index, context);
        if (index.kind() == Kind.FULLTEXT) {
            checkFulltext(index, context);
        }
        if (index.mappedName() != null) {
            DatabaseNames.checkLength(index.mappedName(), span, context);
        }
        if (index.clustered() != null) {
            context.report(KeyRule.CLUSTERED_UNSUPPORTED, span, product);
        }
        if (index.kind() != Kind.INDEX && any(index, column -> column.operators() != null)) {
            context.report(
                    KeyRule.OPERATORS_OUTSIDE_OF_INDEX, span, index.attribute().displayName());
        }
        checkCondition(index, context);
        checkLengthTypes(index, context);
    }

    private static boolean any(IndexSymbol index, Predicate<Column> condition) {
        return index.columns().stream().anyMatch(condition);
    }

    private static void checkNames(IndexSymbol index, RuleContext context) {
        String name = context.names().index(index);
        Span span = index.attribute()
                .argumentSpan("map")
                .or(() -> index.attribute().argumentSpan("name"))
                .orElse(index.attribute().span());
        context.scopes()
                .clashes(NameScopes.Holder.INDEX, name, index.model())
                .forEach(scope -> context.report(KeyRule.NAME_TAKEN, span, name, scope.description()));
        if (index.isUnique()) {
            ClientNames.checkSelector(index, context);
        }
        if (index.clientName() != null) {
            ClientNames.checkUnique(index, index.clientName(), context);
        }
    }

    private static void checkAlgorithm(IndexSymbol index, RuleContext context) {
        IndexAlgorithm algorithm = index.algorithm();
        if (algorithm == null) {
            return;
        }
        boolean supported = context.traits().indexAlgorithms().contains(algorithm);
        if (!supported) {
            context.report(
                    KeyRule.INDEX_TYPE_UNSUPPORTED,
                    index.spanOf("type"),
                    context.traits().displayName(),
                    algorithm.prismaName());
        } else if (algorithm == IndexAlgorithm.HASH && any(index, column -> column.sort() != null)) {
            context.report(KeyRule.HASH_SORT, index.attribute().span());
        }
    }

    private static void checkFulltext(IndexSymbol index, RuleContext context) {
        Span span = index.attribute().span();
        if (!context.can(Capability.FULLTEXT_INDEXES)) {
            context.report(KeyRule.FULLTEXT_UNSUPPORTED, span, context.traits().displayName());
            return;
        }
        if (any(index, column -> column.length() != null)) {
            context.report(KeyRule.FULLTEXT_LENGTH, span);
        }
        if (any(index, column -> column.sort() != null)) {
            context.report(KeyRule.FULLTEXT_SORT, span);
        }
    }

    private static void checkCondition(IndexSymbol index, RuleContext context) {
        if (index.condition() == null) {
            return;
        }
        Span span = index.attribute().span();
        if (!context.configuration().has(PreviewFeature.PARTIAL_INDEXES)) {
            context.report(KeyRule.PARTIAL_INDEX_PREVIEW, span);
        } else if (!context.can(Capability.PARTIAL_INDEXES)) {
            context.report(
                    KeyRule.PARTIAL_INDEX_UNSUPPORTED, span, context.traits().displayName());
        }
    }

    /** Only texts and bytes have a length to speak of. */
    static void checkLengthTypes(IndexSymbol index, RuleContext context) {
        if (!context.can(Capability.INDEX_LENGTH)) {
            return;
        }
        for (Column column : index.columns()) {
            boolean measurable = column.field().is(ScalarType.STRING)
                    || column.field().is(ScalarType.BYTES)
                    || column.field().type() instanceof ColumnType.Unsupported;
            if (column.length() != null && !measurable) {
                context.report(
                        KeyRule.LENGTH_TYPE,
                        index.attribute().span(),
                        column.field().name());
            }
        }
    }
}
