package dev.caspian.psl.analyse;

import dev.caspian.provider.Capability;
import dev.caspian.psl.analyse.RelationFieldSymbol.Action;
import dev.caspian.schema.Arity;
import dev.caspian.schema.ReferentialAction;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The referential actions of relations: those written in the schema, or the defaults.
 *
 * @see <a href="https://www.prisma.io/docs/orm/prisma-schema/data-model/relations/referential-actions">Referential
 *     actions in the Prisma reference</a>
 */
public final class ReferentialActions {

    private final Set<ReferentialAction> allowed;

    public ReferentialActions(Configuration configuration) {
        allowed = EnumSet.of(ReferentialAction.CASCADE, ReferentialAction.RESTRICT, ReferentialAction.SET_NULL);
        if (configuration.foreignKeys()) {
            allowed.addAll(EnumSet.allOf(ReferentialAction.class));
        } else if (configuration.traits().can(Capability.NO_ACTION_WITHOUT_FOREIGN_KEYS)) {
            allowed.add(ReferentialAction.NO_ACTION);
        }
    }

    /** The actions that a relation may have with this configuration. */
    public Set<ReferentialAction> allowed() {
        return allowed;
    }

    public ReferentialAction onDelete(RelationSymbol.Inline relation) {
        return relation.forwardField()
                .flatMap(RelationFieldSymbol::onDelete)
                .map(Action::action)
                .orElseGet(() -> mustStay(relation) ? ReferentialAction.RESTRICT : ReferentialAction.SET_NULL);
    }

    /** Whether a foreign key of this relation cannot be emptied. */
    private static boolean mustStay(RelationSymbol.Inline relation) {
        boolean required = relation.forwardField()
                .filter(field -> field.arity() == Arity.REQUIRED)
                .isPresent();
        return required
                || relation.fields().stream().flatMap(List::stream).anyMatch(field -> field.arity() == Arity.REQUIRED);
    }

    public ReferentialAction onUpdate(RelationSymbol.Inline relation) {
        return relation.forwardField()
                .flatMap(RelationFieldSymbol::onUpdate)
                .map(Action::action)
                .orElse(ReferentialAction.CASCADE);
    }
}
