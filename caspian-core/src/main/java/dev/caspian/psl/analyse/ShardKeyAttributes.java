package dev.caspian.psl.analyse;

import dev.caspian.diagnostic.Diagnostics;
import dev.caspian.psl.analyse.IndexSymbol.Column;
import dev.caspian.schema.Arity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code @shardKey} and {@code @@shardKey}. */
final class ShardKeyAttributes {

    private ShardKeyAttributes() {}

    static void field(ScalarFieldSymbol field, AttributeArguments shardKey) {
        declare(field.model(), List.of(field), shardKey);
        shardKey.finish();
    }

    static void model(ModelSymbol model, AttributeArguments shardKey) {
        KeyAttributes.columns(model, shardKey, false)
                .map(columns -> columns.stream().map(Column::field).toList())
                .ifPresent(fields -> declare(model, fields, shardKey));
        shardKey.finish();
    }

    private static void declare(ModelSymbol model, List<ScalarFieldSymbol> fields, AttributeArguments shardKey) {
        Diagnostics diagnostics = shardKey.diagnostics();
        Optional<ShardKey> existing = model.shardKey();
        if (existing.isPresent()) {
            diagnostics.add(
                    AttributeRule.SECOND_SHARD_KEY.at(model.syntax().name().span(), model));
            return;
        }
        List<ScalarFieldSymbol> loose =
                fields.stream().filter(field -> field.arity() != Arity.REQUIRED).toList();
        if (!loose.isEmpty()) {
            String names = loose.stream().map(field -> "`" + field.name() + "`").collect(Collectors.joining(", "));
            diagnostics.add(
                    AttributeRule.OPTIONAL_SHARD_KEY.at(shardKey.attribute().span(), names));
        }
        model.shardKey(new ShardKey(shardKey.attribute(), fields));
    }
}
