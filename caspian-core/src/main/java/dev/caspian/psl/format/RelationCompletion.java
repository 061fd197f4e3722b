package dev.caspian.psl.format;

import dev.caspian.diagnostic.SourceFile;
import dev.caspian.diagnostic.Span;
import dev.caspian.psl.analyse.IndexSymbol;
import dev.caspian.psl.analyse.ModelSymbol;
import dev.caspian.psl.analyse.NativeTypeUse;
import dev.caspian.psl.analyse.RelationFieldSymbol;
import dev.caspian.psl.analyse.RelationSymbol;
import dev.caspian.psl.analyse.RelationSymbol.Inline;
import dev.caspian.psl.analyse.ScalarFieldSymbol;
import dev.caspian.psl.analyse.SchemaSymbols;
import dev.caspian.psl.ast.Attribute;
import dev.caspian.schema.Arity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Writes out what a relation of which only one half stands in the schema goes without: the field on the other side, the
 * columns of the key, and {@code @relation} with its arguments.
 */
public final class RelationCompletion {

    private final List<Insertion> insertions = new ArrayList<>();

    private RelationCompletion() {}

    private record Insertion(SourceFile file, int offset, String text) {}

    /** A column of the key, which may be there already. */
    private record KeyColumn(String name, Arity arity, ScalarFieldSymbol reference, boolean exists) {}

    /** Completes the relations of a schema in which nothing else is wrong. */
    public static RelationCompletion of(SchemaSymbols symbols) {
        RelationCompletion completion = new RelationCompletion();
        List<Inline> relations = new ArrayList<>();
        for (RelationSymbol relation : symbols.relations()) {
            if (relation instanceof Inline inline) {
                relations.add(inline);
            }
        }
        relations.forEach(completion::addFields);
        relations.forEach(completion::addAttribute);
        return completion;
    }

    /** The text of {@code file} with everything that was missing in it. */
    public String complete(SourceFile file) {
        StringBuilder completed = new StringBuilder();
        int copied = 0;
        List<Insertion> inFile = insertions.stream()
                .filter(insertion -> insertion.file().equals(file))
                .sorted(Comparator.comparingInt(Insertion::offset))
                .toList();
        for (Insertion insertion : inFile) {
            completed.append(file.text(), copied, insertion.offset()).append(insertion.text());
            copied = insertion.offset();
        }
        return completed.append(file.text(), copied, file.text().length()).toString();
    }

    private void addFields(Inline relation) {
        ModelSymbol referencing = relation.referencingModel();
        ModelSymbol referenced = relation.referencedModel();
        if (relation.back() == null) {
            String name = FieldNames.camelCase(referencing.name());
            String field = relation.oneToOne()
                    ? name + " " + referencing + "?"
                    : FieldNames.plural(name) + " " + referencing + "[]";
            addLine(referenced, field + (referencing.isIgnored() ? " @ignore" : ""));
        }
        if (relation.forward() == null) {
            boolean optional = keyColumns(relation).stream().anyMatch(column -> column.arity() == Arity.OPTIONAL);
            String field = FieldNames.camelCase(referenced.name()) + " " + referenced + (optional ? "?" : "");
            addLine(referencing, field + " @relation(" + fields(relation) + ", " + references(relation) + ")");
        }
        if (relation.fields().isEmpty()) {
            addColumns(relation);
        }
    }

    private void addColumns(Inline relation) {
        for (KeyColumn column : keyColumns(relation)) {
            if (column.exists()) {
                continue;
            }
            ScalarFieldSymbol reference = column.reference();
            if (reference.scalarType().isEmpty()) {
                return;
            }
            String nativeType = reference
                    .nativeType()
                    .map(NativeTypeUse::attribute)
                    .map(attribute -> " " + attribute.source())
                    .orElse("");
            String type = reference.scalarType().get().prismaName() + suffix(column.arity());
            addLine(relation.referencingModel(), column.name() + " " + type + nativeType);
        }
    }

    private static String suffix(Arity arity) {
        return switch (arity) {
            case REQUIRED -> "";
            case OPTIONAL -> "?";
            case LIST -> "[]";
        };
    }

    private void addAttribute(Inline relation) {
        RelationFieldSymbol forward = relation.forward();
        if (forward == null) {
            return;
        }
        List<String> missing = new ArrayList<>();
        if (forward.fields().isEmpty()) {
            missing.add(fields(relation));
        }
        if (forward.references().isEmpty()) {
            missing.add(references(relation));
        }
        if (missing.isEmpty()) {
            return;
        }
        String arguments = String.join(", ", missing);
        Optional<Attribute> attribute = forward.attribute();
        if (attribute.isEmpty()) {
            Span type = forward.syntax().wellFormedType().span();
            insert(type.file(), type.end(), " @relation(" + arguments + ")");
        } else {
            Span span = attribute.get().span();
            if (!attribute.get().hasParentheses()) {
                insert(span.file(), span.end(), "(" + arguments + ")");
            } else {
                boolean first = attribute.get().arguments().items().isEmpty();
                insert(span.file(), span.end() - 1, (first ? "" : ", ") + arguments);
            }
        }
    }

    private void addLine(ModelSymbol model, String line) {
        Span block = model.syntax().span();
        insert(block.file(), block.end() - 1, line + "\n");
    }

    private void insert(SourceFile file, int offset, String text) {
        insertions.add(new Insertion(file, offset, text));
    }

    private static String fields(Inline relation) {
        return "fields: ["
                + String.join(
                        ", ", keyColumns(relation).stream().map(KeyColumn::name).toList()) + "]";
    }

    private static String references(Inline relation) {
        return "references: ["
                + String.join(
                        ", ",
                        relation.references().stream()
                                .map(ScalarFieldSymbol::name)
                                .toList()) + "]";
    }

    /** The columns of a key that refers to the first id or unique of the other model. */
    private static List<KeyColumn> keyColumns(Inline relation) {
        ModelSymbol referenced = relation.referencedModel();
        Arity arity = relation.forwardField().map(RelationFieldSymbol::arity).orElse(Arity.OPTIONAL);
        return referenced.uniqueCriteria().stream().findFirst().map(IndexSymbol::fields).orElse(List.of()).stream()
                .map(reference -> {
                    String name = FieldNames.lowerFirst(referenced.name()) + FieldNames.upperFirst(reference.name());
                    Optional<ScalarFieldSymbol> existing = relation.referencingModel().scalarFields().stream()
                            .filter(field -> field.name().equals(name))
                            .findFirst();
                    return new KeyColumn(
                            name,
                            existing.map(ScalarFieldSymbol::arity).orElse(arity),
                            reference,
                            existing.isPresent());
                })
                .toList();
    }
}
