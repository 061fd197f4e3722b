package dev.caspian.psl.rule;

import dev.caspian.diagnostic.Span;
import dev.caspian.provider.Capability;
import dev.caspian.provider.ScalarType;
import dev.caspian.psl.analyse.ScalarFieldSymbol;
import dev.caspian.schema.Arity;

/** Whether the database can store a column of this type and arity. */
final class ColumnCheck {

    private ColumnCheck() {}

    static void check(ScalarFieldSymbol field, RuleContext context) {
        String product = context.traits().displayName();
        Span span = field.syntax().span();
        boolean list = field.arity() == Arity.LIST;
        if (list && field.is(ScalarType.JSON) && !context.can(Capability.JSON_LISTS)) {
            context.report(FieldRule.JSON_LIST_UNSUPPORTED, span, product, field.name());
        }
        if (field.is(ScalarType.DECIMAL) && !context.can(Capability.DECIMAL)) {
            context.report(FieldRule.DECIMAL_UNSUPPORTED, span, field.name());
        }
        if (list && !context.can(Capability.SCALAR_LISTS)) {
            context.report(FieldRule.LIST_UNSUPPORTED, span, product, field.name());
        }
        ClientNames.checkField(field, context);
    }
}
