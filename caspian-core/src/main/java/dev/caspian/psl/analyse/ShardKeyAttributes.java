package dev.caspian.psl.analyse;

import dev.caspian.diagnostic.Diagnostics;
import dev.caspian.diagnostic.Span;
import dev.caspian.schema.Arity;
import java.util.List;

/** {@code @shardKey} and {@code @@shardKey}. */
final class ShardKeyAttributes {

    private ShardKeyAttributes() {}

    static void field(ScalarFieldSymbol field, AttributeArguments shardKey) {
        ModelSymbol model = field.model();
        if (model.shardKey().isPresent()) {
            reportSecond(model, shardKey);
        } else {
            model.shardKey(new ShardKey(shardKey.attribute(), List.of(field)));
        }
        shardKey.finish();
    }

    static void model(ModelSymbol model, AttributeArguments shardKey) {
        shardKey.required("fields")
                .flatMap(list -> KeyAttributes.fields(model, list, shardKey))
                .ifPresent(fields -> {
                    if (model.shardKey().isPresent()) {
                        reportSecond(model, shardKey);
                    }
                    model.shardKey(new ShardKey(shardKey.attribute(), fields));
                });
        shardKey.finish();
    }

    private static void reportSecond(ModelSymbol model, AttributeArguments shardKey) {
        Span span = model.syntax().name().span();
        shardKey.diagnostics().add(AttributeRule.SECOND_SHARD_KEY.at(span, model));
    }

    /** Only at the end is it known whether the model is ignored, which makes an optional key acceptable. */
    static void checkArity(ModelSymbol model, Diagnostics diagnostics) {
        ShardKey key = model.shardKey().orElse(null);
        if (key == null || model.isIgnored()) {
            return;
        }
        List<String> loose = key.fields().stream()
                .filter(field -> field.arity() != Arity.REQUIRED)
                .map(ScalarFieldSymbol::name)
                .toList();
        if (!loose.isEmpty()) {
            Span span = key.attribute().span();
            diagnostics.add(AttributeRule.OPTIONAL_SHARD_KEY.at(span, KeyAttributes.quoted(loose)));
        }
    }
}
