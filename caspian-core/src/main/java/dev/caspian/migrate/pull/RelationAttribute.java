package dev.caspian.migrate.pull;

import dev.caspian.psl.ast.Argument;
import dev.caspian.psl.ast.Attribute;
import dev.caspian.psl.ast.Expression.StringLiteral;
import dev.caspian.psl.ast.FieldDeclaration;
import dev.caspian.schema.RelationField;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the {@code @relation} that a person has written. Stateless. */
final class RelationAttribute {

    private RelationAttribute() {}

    /** The name of the relation as this field tells it, or null if it does not. */
    static @Nullable String nameOn(ExistingSchema existing, RelationField field) {
        return existing.block(field.model().name()).fields().stream()
                .filter(candidate -> candidate.name().text().equals(field.name()))
                .map(FieldDeclaration::attributes)
                .flatMap(List::stream)
                .filter(attribute -> attribute.isNamed("relation"))
                .findFirst()
                .map(RelationAttribute::nameOf)
                .orElse(null);
    }

    static @Nullable String nameOf(Attribute attribute) {
        for (Argument argument : attribute.arguments().given()) {
            if ((argument.name() == null || argument.isNamed("name"))
                    && argument.value() instanceof StringLiteral name) {
                return name.value();
            }
        }
        return null;
    }
}
