package dev.caspian.psl.rule;

import dev.caspian.diagnostic.Span;
import dev.caspian.psl.analyse.EnumSymbol;
import dev.caspian.psl.analyse.ModelSymbol;
import dev.caspian.psl.ast.Attribute;
import dev.caspian.psl.ast.Block;
import dev.caspian.psl.ast.Name;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Two tables, or two enums, of the same name in the database. */
final class DatabaseNameCheck {

    private DatabaseNameCheck() {}

    private record Key(Optional<String> namespace, String databaseName) {}

    static void checkModels(RuleContext context) {
        Map<Key, ModelSymbol> taken = new HashMap<>();
        for (ModelSymbol model : context.symbols().modelsBeforeViews()) {
            Key key = new Key(model.namespace().map(Name::text), model.databaseName());
            ModelSymbol other = taken.put(key, model);
            if (other != null) {
                // At the `@@map` that makes the two the same, which may be that of either.
                boolean atThis = model.mappedName().isPresent();
                context.report(
                        ModelRule.DUPLICATE_TABLE,
                        map(atThis ? model.syntax() : other.syntax()),
                        key.databaseName(),
                        atThis ? other : model);
            }
        }
    }

    static void checkEnums(RuleContext context) {
        Map<Key, EnumSymbol> taken = new HashMap<>();
        for (EnumSymbol type : context.symbols().enums()) {
            Key key = new Key(type.namespace().map(Name::text), type.databaseName());
            EnumSymbol other = taken.put(key, type);
            if (other != null) {
                context.report(ModelRule.DUPLICATE_ENUM_NAME, map(type.syntax()), key.databaseName(), other);
            }
        }
    }

    private static Span map(Block block) {
        return block.attributes().stream()
                .filter(attribute -> attribute.isNamed("map"))
                .map(Attribute::span)
                .findFirst()
                .orElse(block.name().span());
    }
}
