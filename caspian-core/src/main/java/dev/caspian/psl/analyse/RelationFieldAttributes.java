package dev.caspian.psl.analyse;

import dev.caspian.diagnostic.Diagnostics;
import dev.caspian.diagnostic.Span;
import dev.caspian.psl.analyse.FieldLists.Resolved;
import dev.caspian.psl.analyse.RelationFieldSymbol.Action;
import dev.caspian.psl.analyse.RelationFieldSymbol.RelationArguments;
import dev.caspian.psl.ast.Expression;
import dev.caspian.schema.ReferentialAction;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The attributes of a relation field. */
final class RelationFieldAttributes {

    private final RelationFieldSymbol field;
    private final Diagnostics diagnostics;

    private RelationFieldAttributes(RelationFieldSymbol field, Diagnostics diagnostics) {
        this.field = field;
        this.diagnostics = diagnostics;
    }

    static void resolve(RelationFieldSymbol field, Diagnostics diagnostics) {
        new RelationFieldAttributes(field, diagnostics).resolve();
    }

    private void resolve() {
        AttributeSet attributes = new AttributeSet(field.syntax().attributes(), diagnostics);
        attributes.single("relation").ifPresent(this::relation);
        attributes.single("id").ifPresent(id -> refuse(AttributeRule.ID_ON_RELATION, id));
        attributes.single("ignore").ifPresent(ignore -> {
            field.ignore();
            ignore.finish();
        });
        attributes.single("default").ifPresent(value -> refuse(AttributeRule.DEFAULT_ON_RELATION, value));
        attributes.single("map").ifPresent(map -> {
            refuse(AttributeRule.MAP_ON_RELATION, map);
            map.required("name");
        });
        attributes.single("unique").ifPresent(this::refuseUnique);
        attributes.single("shardKey").ifPresent(shardKey -> refuse(AttributeRule.SHARD_KEY_ON_RELATION, shardKey));
        attributes.finish();
    }

    private void refuse(AttributeRule rule, AttributeArguments attribute) {
        diagnostics.add(rule.at(attribute.attribute().span(), field.name()));
    }

    private void refuseUnique(AttributeArguments unique) {
        String columns = field.fields().stream()
                .flatMap(List::stream)
                .map(ScalarFieldSymbol::name)
                .collect(Collectors.joining(", "));
        String suggestion = columns.isEmpty() ? "" : " Here these are: " + columns + ".";
        diagnostics.add(AttributeRule.UNIQUE_ON_RELATION.at(unique.attribute().span(), field.name(), suggestion));
    }

    private void relation(AttributeArguments relation) {
        List<ScalarFieldSymbol> fields = relation.optional("fields")
                .map(list -> listed(list, field.model(), list.span(), relation))
                .orElse(null);
        List<ScalarFieldSymbol> references = relation.optional("references")
                .map(list -> listed(list, field.target(), relation.attribute().span(), relation))
                .orElse(null);
        String name = relation.unnamedOrNamed("name")
                .flatMap(value -> Values.string(value, diagnostics))
                .orElse(null);
        if (name != null && name.isEmpty()) {
            diagnostics.add(
                    AttributeRule.EMPTY_RELATION_NAME.at(relation.attribute().span()));
            name = null;
        }
        Action onDelete = action("onDelete", relation);
        Action onUpdate = action("onUpdate", relation);
        field.arguments(new RelationArguments(
                relation.attribute(), name, fields, references, onDelete, onUpdate, relation.name("map")));
        relation.finish();
    }

    /** The columns in a list; an empty list if something in it is wrong, so that the argument still counts as given. */
    private List<ScalarFieldSymbol> listed(
            Expression list, ModelSymbol model, Span place, AttributeArguments relation) {
        Optional<Resolved<ScalarFieldSymbol>> resolved =
                new FieldLists(model, relation.attribute().span(), diagnostics).scalarFields(list);
        if (resolved.isEmpty()) {
            return List.of();
        }
        if (!resolved.get().unknown().isEmpty()) {
            diagnostics.add(AttributeRule.UNKNOWN_FIELD.at(
                    place, model, KeyAttributes.quoted(resolved.get().unknown())));
        }
        if (!resolved.get().notColumns().isEmpty()) {
            diagnostics.add(AttributeRule.NOT_A_COLUMN.at(
                    place, KeyAttributes.quoted(resolved.get().notColumns()), ""));
        }
        return resolved.get().isSound() ? resolved.get().fields() : List.of();
    }

    private @Nullable Action action(String argument, AttributeArguments relation) {
        Optional<Expression> value = relation.optional(argument);
        Optional<String> written = value.flatMap(expression -> Values.constant(expression, diagnostics));
        if (value.isEmpty() || written.isEmpty()) {
            return null;
        }
        Span span = value.get().span();
        Optional<Action> action = Arrays.stream(ReferentialAction.values())
                .filter(known -> known.prismaName().equals(written.get()))
                .map(known -> new Action(known, span))
                .findFirst();
        if (action.isEmpty()) {
            diagnostics.add(AttributeRule.UNKNOWN_ACTION.at(span, written.get()));
        }
        return action.orElse(null);
    }
}
