package dev.caspian.psl.rule;

import dev.caspian.psl.analyse.ModelSymbol;
import dev.caspian.psl.analyse.ScalarFieldSymbol;
import dev.caspian.psl.ast.Name;
import dev.caspian.schema.RenamedFrom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What {@code /// @renamedFrom(…)} says must be understood, and be said of one thing only. */
final class RenameCheck {

    private RenameCheck() {}

    static void check(RuleContext context) {
        Map<List<Object>, ModelSymbol> formerTables = new HashMap<>();
        for (ModelSymbol model : context.symbols().modelsBeforeViews()) {
            if (model.isView()) {
                continue;
            }
            String documentation = model.syntax().documentation();
            if (RenamedFrom.isMalformed(documentation)) {
                context.report(
                        RenameRule.MALFORMED_RENAME, model.syntax().name().span(), model);
            }
            Optional<String> namespace = model.namespace().map(Name::text);
            RenamedFrom.of(documentation).ifPresent(former -> {
                ModelSymbol other = formerTables.putIfAbsent(List.of(namespace, former), model);
                if (other != null) {
                    context.report(
                            RenameRule.SAME_FORMER_TABLE, model.syntax().name().span(), other, model, former);
                }
            });
            checkColumns(model, context);
        }
    }

    private static void checkColumns(ModelSymbol model, RuleContext context) {
        Map<String, ScalarFieldSymbol> formerColumns = new HashMap<>();
        for (ScalarFieldSymbol field : model.scalarFields()) {
            String documentation = field.syntax().documentation();
            if (RenamedFrom.isMalformed(documentation)) {
                context.report(RenameRule.MALFORMED_RENAME, field.syntax().span(), field);
            }
            RenamedFrom.of(documentation).ifPresent(former -> {
                ScalarFieldSymbol other = formerColumns.putIfAbsent(former, field);
                if (other != null) {
                    context.report(RenameRule.SAME_FORMER_COLUMN, field.syntax().span(), other, field, former);
                }
            });
        }
    }
}
