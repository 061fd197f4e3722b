package dev.caspian.codegen.diagram;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import dev.caspian.schema.Arity;
import dev.caspian.schema.EnumType;
import dev.caspian.schema.FieldType;
import dev.caspian.schema.Index;
import dev.caspian.schema.Model;
import dev.caspian.schema.Relation;
import dev.caspian.schema.RelationField;
import dev.caspian.schema.ScalarField;
import dev.caspian.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Draws the models of a schema and how they relate, as an entity relationship diagram of Mermaid. Stateless.
 *
 * <p>Mermaid knows entities alone, so views and enums are entities that say what they are. What is ignored is not drawn, as it
 * is not part of the client.
 */
public final class EntityDiagram {

    private EntityDiagram() {}

    /** The diagram of a schema, which ends with a line break. */
    public static String of(Schema schema) {
        StringBuilder diagram = new StringBuilder("erDiagram\n");
        for (Model model : schema.models()) {
            if (!model.ignored()) {
                entity(model, diagram);
            }
        }
        for (EnumType type : schema.enums()) {
            List<String> rows = type.values().stream()
                    .map(value -> row("value", value.name(), "", value.documentation()))
                    .toList();
            block(labelled(type.name(), "enum"), rows, diagram);
        }
        for (Relation relation : schema.relations()) {
            relation(relation, diagram);
        }
        return diagram.toString();
    }

    private static void entity(Model model, StringBuilder diagram) {
        Set<ScalarField> primary = model.primaryKey().map(Index::fields).stream()
                .flatMap(List::stream)
                .collect(toSet());
        Set<ScalarField> foreign = model.relationFields().stream()
                .filter(RelationField::holdsForeignKey)
                .flatMap(field -> ((Relation.ForeignKey) field.relation()).fields().stream())
                .collect(toSet());
        // One column of several that are unique together is not unique, and Mermaid has no mark for them.
        Set<ScalarField> unique = model.uniqueKeys().stream()
                .filter(key -> key.kind() == Index.Kind.UNIQUE && key.columns().size() == 1)
                .flatMap(key -> key.fields().stream())
                .collect(toSet());
        List<String> rows = new ArrayList<>();
        for (ScalarField field : model.scalarFields()) {
            if (!field.ignored()) {
                List<String> keys = new ArrayList<>();
                addIf(primary.contains(field), "PK", keys);
                addIf(foreign.contains(field), "FK", keys);
                addIf(unique.contains(field), "UK", keys);
                rows.add(row(type(field), field.name(), String.join(", ", keys), comment(field)));
            }
        }
        String name = model.isView() ? labelled(model.name(), "view") : MermaidText.entity(model.name());
        block(name, rows, diagram);
    }

    private static void addIf(boolean condition, String key, List<String> keys) {
        if (condition) {
            keys.add(key);
        }
    }

    private static String labelled(String name, String kind) {
        return MermaidText.entity(name) + "[" + MermaidText.quoted(name + " (" + kind + ")") + "]";
    }

    private static void block(String name, List<String> rows, StringBuilder diagram) {
        diagram.append("  ").append(name).append(" {\n");
        rows.forEach(row -> diagram.append("    ").append(row).append('\n'));
        diagram.append("  }\n");
    }

    private static String row(String type, String name, String keys, @Nullable String comment) {
        StringBuilder row =
                new StringBuilder(MermaidText.word(type)).append(' ').append(MermaidText.word(name));
        if (!keys.isEmpty()) {
            row.append(' ').append(keys);
        }
        if (comment != null && !comment.isBlank()) {
            row.append(' ').append(MermaidText.quoted(comment));
        }
        return row.toString();
    }

    /** Mermaid has no {@code String?} in all its versions, so the comment says it. */
    private static @Nullable String comment(ScalarField field) {
        String documentation = field.documentation();
        if (field.arity() != Arity.OPTIONAL) {
            return documentation;
        }
        return documentation == null || documentation.isBlank() ? "optional" : "optional: " + documentation;
    }

    private static String type(ScalarField field) {
        String type;
        if (field.type() instanceof FieldType.Scalar scalar) {
            type = scalar.type().prismaName();
        } else if (field.type() instanceof FieldType.Enumerated enumerated) {
            type = enumerated.type().name();
        } else {
            type = ((FieldType.Unsupported) field.type()).databaseType();
        }
        return field.arity() == Arity.LIST ? type + "[]" : type;
    }

    private static void relation(Relation relation, StringBuilder diagram) {
        if (relation instanceof Relation.ForeignKey key) {
            if (isDrawn(key.from()) && isDrawn(key.to())) {
                String referenced = key.from().arity() == Arity.REQUIRED ? "||" : "|o";
                String referring = key.isOneToOne() ? "o|" : "o{";
                line(
                        key.to(),
                        referenced + "--" + referring,
                        key.from(),
                        key.name(),
                        key.from().name(),
                        diagram);
            }
        } else if (relation instanceof Relation.ManyToMany table && isDrawn(table.a()) && isDrawn(table.b())) {
            line(table.a(), "}o--o{", table.b(), table.name(), table.a().name(), diagram);
        }
    }

    private static boolean isDrawn(RelationField end) {
        return !end.ignored() && !end.model().ignored();
    }

    /** A name that was made from those of the models tells nothing: the field does. */
    private static void line(
            RelationField left, String symbol, RelationField right, String name, String field, StringBuilder diagram) {
        String made = List.of(left.model().name(), right.model().name()).stream()
                .sorted()
                .collect(joining("To"));
        diagram.append("  ")
                .append(MermaidText.entity(left.model().name()))
                .append(' ')
                .append(symbol)
                .append(' ')
                .append(MermaidText.entity(right.model().name()))
                .append(" : ")
                .append(MermaidText.quoted(name.equals(made) ? field : name))
                .append('\n');
    }
}
