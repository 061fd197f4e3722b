package dev.caspian.psl.rule;

import dev.caspian.psl.analyse.FieldSymbol;
import dev.caspian.psl.analyse.IndexSymbol;
import dev.caspian.psl.analyse.ModelSymbol;
import dev.caspian.psl.analyse.ScalarFieldSymbol;
import dev.caspian.schema.Index.Kind;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names by which the client selects a record through a compound key. */
final class ClientNames {

    private ClientNames() {}

    private static Stream<IndexSymbol> named(ModelSymbol model, String name) {
        return model.uniqueCriteria().stream().filter(key -> name.equals(key.clientName()));
    }

    /** No other key of the model may have the same {@code name}. */
    static void checkUnique(IndexSymbol key, String name, RuleContext context) {
        if (named(key.model(), name).count() > 1) {
            context.report(KeyRule.CLIENT_NAME_TAKEN, key.spanOf("name"), key.model(), name);
        }
    }

    /** The names of a compound key's fields, joined, may not be the name of a column. A {@code name} does not help. */
    static void checkSelector(IndexSymbol key, RuleContext context) {
        if (key.columns().size() < 2) {
            return;
        }
        String selector = key.columns().stream().map(IndexSymbol.Column::path).collect(Collectors.joining("_"));
        if (key.model()
                .field(selector)
                .filter(ScalarFieldSymbol.class::isInstance)
                .isPresent()) {
            context.report(KeyRule.SELECTOR_IS_FIELD, key.attribute().span(), selector);
        }
    }

    /** The {@code name} of a key may not be that of a field. */
    static void checkField(FieldSymbol field, RuleContext context) {
        ModelSymbol model = field.model();
        named(model, field.name())
                .map(IndexSymbol::kind)
                .distinct()
                .forEach(kind -> context.report(
                        KeyRule.CLIENT_NAME_IS_FIELD,
                        model.syntax().name().span(),
                        field.name(),
                        kind == Kind.PRIMARY_KEY ? "@@id" : "@@unique"));
    }
}
