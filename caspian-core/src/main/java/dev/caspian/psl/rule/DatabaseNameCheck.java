package dev.caspian.psl.rule;

import dev.caspian.diagnostic.Span;
import dev.caspian.provider.Capability;
import dev.caspian.psl.analyse.EnumSymbol;
import dev.caspian.psl.analyse.ModelSymbol;
import dev.caspian.psl.analyse.RelationSymbol;
import dev.caspian.psl.analyse.ScalarFieldSymbol;
import dev.caspian.psl.ast.Attribute;
import dev.caspian.psl.ast.Block;
import dev.caspian.psl.ast.Name;
import dev.caspian.schema.Datasource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Two tables, columns or enums of the same name in the database. */
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

    /**
     * Names that PostgreSQL would cut without a word, so that two of them may become the same. Those of the tables of
     * many-to-many relations nobody has chosen: they are cut, and two that become the same fail when they are made.
     */
    static void checkLengths(RuleContext context) {
        Datasource datasource = context.configuration().datasource();
        Span namespaces = context.configuration().namespacesSpan();
        if (datasource != null && namespaces != null) {
            datasource.namespaces().forEach(name -> DatabaseNames.checkLength(name, namespaces, context));
        }
        for (ModelSymbol model : context.symbols().modelsBeforeViews()) {
            DatabaseNames.checkLength(model.databaseName(), map(model.syntax()), context);
            model.scalarFields()
                    .forEach(field -> DatabaseNames.checkLength(
                            field.databaseName(), field.syntax().span(), context));
        }
        for (EnumSymbol type : context.symbols().enums()) {
            DatabaseNames.checkLength(type.databaseName(), map(type.syntax()), context);
            type.values()
                    .forEach(value -> DatabaseNames.checkLength(
                            type.databaseName(value), value.name().span(), context));
        }
    }

    /** Names that are not the same, but that the database takes for the same. */
    static void checkCase(RuleContext context) {
        Map<Key, ModelSymbol> tables = new HashMap<>();
        for (ModelSymbol model : context.symbols().modelsBeforeViews()) {
            if (context.can(Capability.CASELESS_TABLE_NAMES)) {
                Key key = new Key(model.namespace().map(Name::text), withoutCase(model.databaseName()));
                ModelSymbol other = tables.putIfAbsent(key, model);
                if (other != null && !other.databaseName().equals(model.databaseName())) {
                    context.report(
                            ModelRule.TABLE_DIFFERS_BY_CASE,
                            map(model.syntax()),
                            context.traits().displayName(),
                            other.databaseName(),
                            model.databaseName());
                }
            }
            if (!model.isView() && context.can(Capability.CASELESS_COLUMN_NAMES)) {
                checkColumns(model, context);
            }
        }
    }

    private static void checkColumns(ModelSymbol model, RuleContext context) {
        Map<String, ScalarFieldSymbol> columns = new HashMap<>();
        for (ScalarFieldSymbol field : model.scalarFields()) {
            ScalarFieldSymbol other = columns.putIfAbsent(withoutCase(field.databaseName()), field);
            if (other != null && !other.databaseName().equals(field.databaseName())) {
                context.report(
                        ModelRule.COLUMN_DIFFERS_BY_CASE,
                        field.syntax().span(),
                        context.traits().displayName(),
                        other.databaseName(),
                        field.databaseName());
            }
        }
    }

    /** SQLite knows the case of no other letters (SQLite manual, "Quirks"). */
    private static String withoutCase(String name) {
        StringBuilder folded = new StringBuilder(name);
        for (int i = 0; i < name.length(); i++) {
            char letter = name.charAt(i);
            folded.setCharAt(i, letter < 128 ? Character.toLowerCase(letter) : letter);
        }
        return folded.toString();
    }

    /** The tables of many-to-many relations, which have the names of their relations. */
    static void checkJoinTables(RuleContext context) {
        Map<Key, String> taken = new HashMap<>();
        for (ModelSymbol model : context.symbols().modelsBeforeViews()) {
            taken.put(new Key(model.namespace().map(Name::text), model.databaseName()), model.name());
        }
        for (RelationSymbol relation : context.symbols().relations()) {
            if (relation instanceof RelationSymbol.ManyToMany joined) {
                Key key = new Key(joined.a().model().namespace().map(Name::text), joined.tableName());
                String other = taken.putIfAbsent(key, joined.a().toString());
                if (other != null) {
                    context.report(
                            ModelRule.DUPLICATE_JOIN_TABLE, joined.a().syntax().span(), joined.tableName(), other);
                }
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
