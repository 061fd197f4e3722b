package dev.caspian.psl.rule;

import dev.caspian.provider.Capability;
import dev.caspian.provider.ScalarType;
import dev.caspian.psl.analyse.DefaultSymbol;
import dev.caspian.psl.analyse.IndexSymbol;
import dev.caspian.psl.analyse.ModelSymbol;
import dev.caspian.psl.analyse.ScalarFieldSymbol;
import java.util.List;
import java.util.stream.Stream;

/** {@code autoincrement()}: which columns, and how many, the database can count up. */
final class AutoincrementCheck {

    private AutoincrementCheck() {}

    static void check(ModelSymbol model, RuleContext context) {
        List<ScalarFieldSymbol> counted = model.scalarFields().stream()
                .filter(ScalarFieldSymbol::isAutoincrement)
                .toList();
        String product = context.traits().displayName();
        if (counted.size() > 1 && !context.can(Capability.SEVERAL_AUTOINCREMENTS)) {
            context.report(
                    ModelRule.AUTOINCREMENT_SEVERAL, model.syntax().name().span(), product, model);
        }
        for (ScalarFieldSymbol field : counted) {
            if (!context.can(Capability.AUTOINCREMENT_ON_INT) && field.is(ScalarType.INT)) {
                field.defaultValue()
                        .map(DefaultSymbol::attribute)
                        .ifPresent(attribute ->
                                context.report(ModelRule.AUTOINCREMENT_NEEDS_BIG_INT, attribute.span(), product));
            }
            if (!context.can(Capability.AUTOINCREMENT_OUTSIDE_OF_ID) && !isWholeId(field)) {
                context.report(ModelRule.AUTOINCREMENT_NOT_ID, field.syntax().span(), product, field.name());
            }
            if (!context.can(Capability.AUTOINCREMENT_WITHOUT_INDEX) && !startsIndex(field)) {
                context.report(
                        ModelRule.AUTOINCREMENT_NOT_INDEXED, field.syntax().span(), product, field.name());
            }
        }
    }

    private static boolean isWholeId(ScalarFieldSymbol field) {
        return field.model()
                .primaryKey()
                .filter(key -> key.fields().equals(List.of(field)))
                .isPresent();
    }

    private static boolean startsIndex(ScalarFieldSymbol field) {
        ModelSymbol model = field.model();
        return Stream.concat(model.primaryKey().stream(), model.indexes().stream())
                .map(IndexSymbol::fields)
                .anyMatch(fields -> !fields.isEmpty() && fields.get(0) == field);
    }
}
