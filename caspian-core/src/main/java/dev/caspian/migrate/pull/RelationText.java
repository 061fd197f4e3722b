package dev.caspian.migrate.pull;

import dev.caspian.database.ForeignKey;
import dev.caspian.provider.Capability;
import dev.caspian.provider.ProviderTraits;
import dev.caspian.psl.analyse.ConstraintNames;
import dev.caspian.schema.ReferentialAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the type and the {@code @relation} of relation fields. */
final class RelationText {

    private final PulledNames names;
    private final ProviderTraits traits;
    private final ConstraintNames conventions;

    RelationText(PulledNames names, ProviderTraits traits) {
        this.names = names;
        this.traits = traits;
        this.conventions = new ConstraintNames(traits);
    }

    String type(RelationEnd end) {
        String target = names.model(end.target().name());
        if (!(end.link() instanceof Link.Key key)) {
            return target + "[]";
        }
        if (end.forward()) {
            return target + (key.isRequired() ? "" : "?");
        }
        return target + (key.isUnique() ? "?" : "[]");
    }

    /** The attribute; empty if there is nothing to say. */
    Optional<String> attribute(RelationEnd end) {
        List<String> arguments = new ArrayList<>();
        String name = end.relationName();
        if (name != null) {
            arguments.add(SchemaText.quoted(name));
        }
        if (end.link() instanceof Link.Key key && end.forward()) {
            addKey(arguments, key);
        }
        return arguments.isEmpty() ? Optional.empty() : Optional.of("@relation(" + String.join(", ", arguments) + ")");
    }

    private void addKey(List<String> arguments, Link.Key link) {
        ForeignKey key = link.key();
        arguments.add("fields: " + fields(names.fields(link.from().name(), key.columns())));
        arguments.add("references: " + fields(names.fields(link.to().name(), key.referencedColumns())));
        ReferentialAction usual = link.mustStay() ? ReferentialAction.RESTRICT : ReferentialAction.SET_NULL;
        if (key.onDelete() != usual) {
            arguments.add("onDelete: " + key.onDelete().prismaName());
        }
        if (key.onUpdate() != ReferentialAction.CASCADE) {
            arguments.add("onUpdate: " + key.onUpdate().prismaName());
        }
        String conventional = conventions.madeForForeignKey(link.from().name().name(), key.columns());
        if (traits.can(Capability.NAMED_FOREIGN_KEYS)
                && key.name() != null
                && !key.name().equals(conventional)) {
            arguments.add("map: " + SchemaText.quoted(key.name()));
        }
    }

    private static String fields(List<String> fields) {
        return "[" + String.join(", ", fields) + "]";
    }
}
