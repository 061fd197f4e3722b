package dev.caspian.psl.rule;

import dev.caspian.diagnostic.Span;
import dev.caspian.provider.Capability;
import dev.caspian.provider.ConstraintScope;
import dev.caspian.psl.analyse.ColumnType;
import dev.caspian.psl.analyse.IndexSymbol;
import dev.caspian.psl.analyse.ModelSymbol;
import dev.caspian.psl.analyse.PreviewFeature;
import dev.caspian.psl.analyse.ScalarFieldSymbol;
import dev.caspian.psl.analyse.ShardKey;
import dev.caspian.schema.Arity;
import java.util.List;
import java.util.stream.Collectors;

/** What tells the records of a model apart: the primary key, or else a unique; and the shard key. */
final class PrimaryKeyCheck {

    private PrimaryKeyCheck() {}

    static void check(ModelSymbol model, RuleContext context) {
        checkUniqueCriterion(model, context);
        model.primaryKey().ifPresent(key -> checkKey(key, context));
        model.shardKey().ifPresent(key -> checkShardKey(key, context));
    }

    private static void checkUniqueCriterion(ModelSymbol model, RuleContext context) {
        List<IndexSymbol> criteria = model.uniqueCriteria();
        if (model.isIgnored() || criteria.stream().anyMatch(PrimaryKeyCheck::isStrict)) {
            return;
        }
        String loose = criteria.stream()
                .map(key -> key.fields().stream().map(ScalarFieldSymbol::name).collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
        String hint = loose.isEmpty() ? "" : " These do not count, because they may be missing: " + loose + ".";
        context.report(ModelRule.NO_UNIQUE_CRITERION, model.syntax().name().span(), model, hint);
    }

    /** Whether every record has a value for each of the key's fields, and one that can be asked for. */
    private static boolean isStrict(IndexSymbol key) {
        return key.fields().stream()
                .noneMatch(field -> field.arity() == Arity.OPTIONAL || field.type() instanceof ColumnType.Unsupported);
    }

    private static void checkKey(IndexSymbol key, RuleContext context) {
        ModelSymbol model = key.model();
        Span span = key.attribute().span();
        String product = context.traits().displayName();
        checkName(key, context);
        if (key.clientName() != null) {
            ClientNames.checkUnique(key, key.clientName(), context);
        }
        if (key.columns().isEmpty()) {
            context.report(KeyRule.KEY_WITHOUT_FIELDS, span, key.attribute().displayName());
        }
        ClientNames.checkSelector(key, context);
        if (key.mappedName() != null && !context.can(Capability.NAMED_PRIMARY_KEYS)) {
            context.report(KeyRule.NAMED_ID_UNSUPPORTED, model.syntax().name().span(), product);
        }
        if (key.columns().stream().anyMatch(column -> column.length() != null)
                && !context.can(Capability.INDEX_LENGTH)) {
            context.report(KeyRule.LENGTH_UNSUPPORTED, span, product);
        }
        if (key.columns().stream().anyMatch(column -> column.sort() != null)) {
            context.report(KeyRule.ID_SORT_UNSUPPORTED, span, product);
        }
        IndexCheck.checkLengthTypes(key, context);
        if (key.clustered() != null) {
            context.report(KeyRule.CLUSTERED_UNSUPPORTED, span, product);
        }
    }

    private static void checkName(IndexSymbol key, RuleContext context) {
        String name = context.names().primaryKey(key).orElse(null);
        if (name != null) {
            DatabaseNames.checkLength(name, key.attribute().span(), context);
            List<ConstraintScope> clashes = context.scopes().clashes(NameScopes.Holder.PRIMARY_KEY, name, key.model());
            clashes.forEach(scope -> context.report(KeyRule.NAME_TAKEN, key.spanOf("map"), name, scope.description()));
        }
    }

    private static void checkShardKey(ShardKey key, RuleContext context) {
        Span span = key.attribute().span();
        if (key.fields().isEmpty()) {
            context.report(ModelRule.SHARD_KEY_WITHOUT_FIELDS, span);
        }
        if (!context.configuration().has(PreviewFeature.SHARD_KEYS)) {
            context.report(ModelRule.SHARD_KEY_PREVIEW, span);
        }
        if (!context.can(Capability.SHARD_KEYS)) {
            context.report(
                    ModelRule.SHARD_KEY_UNSUPPORTED,
                    span,
                    context.traits().displayName(),
                    key.attribute().displayName());
        }
    }
}
