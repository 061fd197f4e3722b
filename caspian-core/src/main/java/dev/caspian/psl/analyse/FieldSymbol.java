package dev.caspian.psl.analyse;

import dev.caspian.psl.ast.FieldDeclaration;
import dev.caspian.psl.ast.TypeExpression;
import dev.caspian.schema.Arity;

/** A field of a model or view. */
public sealed interface FieldSymbol permits ScalarFieldSymbol, RelationFieldSymbol {

    ModelSymbol model();

    FieldDeclaration syntax();

    boolean isIgnored();

    default String name() {
        return syntax().name().text();
    }

    default Arity arity() {
        return arity(syntax().wellFormedType());
    }

    /** How many values a type holds. */
    static Arity arity(TypeExpression type) {
        return switch (type.form()) {
            case REQUIRED, LEGACY_REQUIRED -> Arity.REQUIRED;
            case OPTIONAL -> Arity.OPTIONAL;
            case LIST, LEGACY_LIST, OPTIONAL_LIST -> Arity.LIST;
        };
    }
}
