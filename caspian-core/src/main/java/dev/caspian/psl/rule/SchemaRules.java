package dev.caspian.psl.rule;

import dev.caspian.diagnostic.Diagnostics;
import dev.caspian.psl.analyse.EnumSymbol;
import dev.caspian.psl.analyse.ModelSymbol;
import dev.caspian.psl.analyse.RelationFieldSymbol;
import dev.caspian.psl.analyse.RelationSymbol;
import dev.caspian.psl.analyse.ScalarFieldSymbol;
import dev.caspian.psl.analyse.SchemaSymbols;

/**
 * Checks a schema, each part of which makes sense by itself, as a whole. The order is that of the Prisma reference
 * implementation, for some rules only speak while no other has.
 */
public final class SchemaRules {

    private SchemaRules() {}

    /** Adds what is wrong with the schema, and what is doubtful, to {@code diagnostics}. */
    public static void check(SchemaSymbols symbols, Diagnostics diagnostics) {
        RuleContext context = new RuleContext(symbols, diagnostics);
        CompositeCheck.check(context);
        DefaultFunctionCheck.check(context);
        DatasourceCheck.check(context);
        DatabaseNameCheck.checkModels(context);
        for (ModelSymbol model : symbols.modelsBeforeViews()) {
            if (!checkModel(model, context)) {
                return;
            }
        }
        DatabaseNameCheck.checkEnums(context);
        for (EnumSymbol type : symbols.enums()) {
            NamespaceCheck.check(type, context);
        }
        for (RelationSymbol relation : symbols.relations()) {
            checkRelation(relation, context);
        }
        // What follows, the reference implementation finds out only from the database.
        if (!context.hasErrors()) {
            DatabaseNameCheck.checkLengths(context);
            DatabaseNameCheck.checkCase(context);
            DatabaseNameCheck.checkJoinTables(context);
            RenameCheck.check(context);
        }
    }

    /** Returns false if a relation is so unclear that whatever else could be said would only add to the confusion. */
    private static boolean checkModel(ModelSymbol model, RuleContext context) {
        if (model.isView()) {
            ViewCheck.check(model, context);
        } else {
            PrimaryKeyCheck.check(model, context);
            IndexTypeCheck.check(model, context);
            model.relationFields().forEach(field -> RelationFieldCheck.checkSetDefault(field, context));
            AutoincrementCheck.check(model, context);
        }
        NamespaceCheck.check(model, context);
        for (ScalarFieldSymbol field : model.scalarFields()) {
            ColumnCheck.check(field, context);
            NativeTypeCheck.check(field, context);
            DefaultValueCheck.check(field, context);
            UnsupportedTypeCheck.check(field, context);
        }
        for (RelationFieldSymbol field : model.relationFields()) {
            if (!AmbiguityCheck.check(field, context)) {
                return false;
            }
            RelationFieldCheck.check(field, context);
        }
        if (!model.isView()) {
            model.indexes().forEach(index -> IndexCheck.check(index, context));
        }
        return true;
    }

    private static void checkRelation(RelationSymbol relation, RuleContext context) {
        if (relation instanceof RelationSymbol.ManyToMany manyToMany) {
            ManyToManyCheck.check(manyToMany, context);
        } else if (relation instanceof RelationSymbol.Inline inline) {
            CycleCheck.check(inline, context);
            ForeignKeyCheck.check(inline, context);
            if (inline.oneToOne()) {
                OneToOneCheck.check(inline, context);
            } else {
                OneToManyCheck.check(inline, context);
            }
        }
    }
}
