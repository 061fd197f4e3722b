package dev.caspian.psl.analyse;

import dev.caspian.psl.analyse.RelationSymbol.Inline;
import dev.caspian.psl.analyse.RelationSymbol.ManyToMany;
import dev.caspian.schema.Arity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Phase 4: which relation fields belong together. Nothing is reported here; what is wrong with a pair is for the rules
 * to say.
 *
 * @see <a href="https://www.prisma.io/docs/orm/prisma-schema/data-model/relations">Relations in the Prisma reference</a>
 */
final class RelationPairing {

    private static final Comparator<RelationFieldSymbol> BY_NAME = Comparator.comparing(
                    (RelationFieldSymbol field) -> field.model().name())
            .thenComparing(RelationFieldSymbol::name);

    private RelationPairing() {}

    static void pair(SchemaSymbols symbols) {
        List<RelationSymbol> relations = new ArrayList<>();
        for (ModelSymbol model : symbols.models()) {
            for (RelationFieldSymbol field : model.relationFields()) {
                // A pair is met twice, once from each end, and made from one of them only.
                relation(field, opposite(field)).ifPresent(relations::add);
            }
        }
        symbols.relations(relations);
    }

    private static Optional<RelationFieldSymbol> opposite(RelationFieldSymbol field) {
        return field.target().relationFields().stream()
                .filter(other -> other.target() == field.model())
                .filter(other -> other != field)
                .filter(other -> other.explicitName().equals(field.explicitName()))
                .findFirst();
    }

    private static Optional<RelationSymbol> relation(
            RelationFieldSymbol field, Optional<RelationFieldSymbol> opposite) {
        boolean list = field.arity() == Arity.LIST;
        if (opposite.isEmpty()) {
            return Optional.of(list ? new Inline(false, null, field) : new Inline(fieldsAreUnique(field), field, null));
        }
        RelationFieldSymbol other = opposite.get();
        boolean otherList = other.arity() == Arity.LIST;
        if (list && otherList) {
            return isA(field, other) ? Optional.of(new ManyToMany(field, other)) : Optional.empty();
        } else if (list) {
            return Optional.empty();
        } else if (otherList) {
            return Optional.of(new Inline(false, field, other));
        }
        return isForward(field, other) ? Optional.of(new Inline(true, field, other)) : Optional.empty();
    }

    private static boolean isA(RelationFieldSymbol field, RelationFieldSymbol other) {
        if (field.model() == other.model()) {
            return field.name().compareTo(other.name()) <= 0;
        }
        return field.model().name().compareTo(other.model().name()) <= 0;
    }

    /** Whether {@code field} is the end of a one-to-one relation that holds the foreign key. */
    private static boolean isForward(RelationFieldSymbol field, RelationFieldSymbol other) {
        boolean required = field.arity() == Arity.REQUIRED;
        boolean otherRequired = other.arity() == Arity.REQUIRED;
        if (required != otherRequired) {
            return required;
        }
        if (!required) {
            if (field.fields().isPresent()) {
                return true;
            } else if (other.fields().isPresent()) {
                return false;
            }
        }
        return BY_NAME.compare(field, other) <= 0;
    }

    private static boolean fieldsAreUnique(RelationFieldSymbol field) {
        return field.fields()
                .filter(fields -> field.model().indexes().stream()
                        .anyMatch(index -> index.isUnique() && index.fields().equals(fields)))
                .isPresent();
    }
}
