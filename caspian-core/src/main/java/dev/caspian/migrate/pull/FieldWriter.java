package dev.caspian.migrate.pull;

import dev.caspian.database.Column;
import dev.caspian.database.ColumnType;
import dev.caspian.database.Table;
import dev.caspian.diagnostic.Span;
import dev.caspian.provider.ScalarType;
import dev.caspian.psl.ast.Attribute;
import dev.caspian.psl.ast.Comment;
import dev.caspian.psl.ast.FieldDeclaration;
import dev.caspian.schema.FieldType;
import dev.caspian.schema.Relation;
import dev.caspian.schema.ScalarField;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the lines of fields, and lines that a person has written as they are as long as they are true. */
final class FieldWriter {

    private final PullContext context;
    private final Table table;
    private final ModelKeys keys;

    FieldWriter(PullContext context, Table table, ModelKeys keys) {
        this.context = context;
        this.table = table;
        this.keys = keys;
    }

    /** The line of a column that has no field yet. */
    String column(Column column, String name) {
        List<String> attributes = new ArrayList<>(keys.newOn(name));
        context.columns().defaultValue(column).ifPresent(attributes::add);
        if (!name.equals(column.name())) {
            attributes.add("@map(" + SchemaText.quoted(column.name()) + ")");
        }
        context.columns().nativeType(column).ifPresent(attributes::add);
        return line(name, type(column), attributes, null);
    }

    private String type(Column column) {
        return context.columns().type(column) + ColumnText.suffix(column.arity());
    }

    private static String line(String name, String type, List<String> attributes, @Nullable Comment comment) {
        String declared =
                Stream.concat(Stream.of(name, type), attributes.stream()).collect(Collectors.joining(" "));
        return withComment(declared, comment);
    }

    /**
     * The line of a column that has a field.
     *
     * @param described the column that the field asks for
     */
    String column(FieldDeclaration written, ScalarField field, Column column, Column described) {
        boolean same = context.agreement().on(table, column, described);
        List<String> attributes = new ArrayList<>();
        for (Attribute attribute : written.attributes()) {
            if (ModelKeys.isKey(attribute)) {
                keys.kept(attribute).ifPresent(attributes::add);
            } else if (same || !isOfColumn(attribute, field, column)) {
                attributes.add(attribute.source());
            }
        }
        attributes.addAll(keys.newOn(field.name()));
        if (same) {
            return keepOr(written, attributes, written.wellFormedType().source());
        }
        context.columns().defaultValue(column).ifPresent(attributes::add);
        context.columns().nativeType(column).ifPresent(attributes::add);
        boolean sameBase = isEnumAsText(field, column);
        String type =
                sameBase ? written.wellFormedType().base().text() + ColumnText.suffix(column.arity()) : type(column);
        return keepOr(written, attributes, type);
    }

    /** Whether the database has something else to say than this attribute does. */
    private static boolean isOfColumn(Attribute attribute, ScalarField field, Column column) {
        String name = attribute.name().text();
        if (name.equals("default")) {
            boolean byClient =
                    field.defaultValue() != null && field.defaultValue().isMadeByClient();
            return !byClient || column.defaultValue() != null || column.autoincrement() || !isText(column);
        }
        if (name.equals("updatedAt")) {
            return !(column.type() instanceof ColumnType.Scalar scalar && scalar.family() == ScalarType.DATE_TIME);
        }
        return name.contains(".");
    }

    private static boolean isText(Column column) {
        return column.type() instanceof ColumnType.Scalar scalar && scalar.family() == ScalarType.STRING;
    }

    /** Whether the field is of an enum which the database keeps as a text. */
    private static boolean isEnumAsText(ScalarField field, Column column) {
        return field.type() instanceof FieldType.Enumerated && isText(column);
    }

    /** The line as it was written, if it says the same. */
    private static String keepOr(FieldDeclaration written, List<String> attributes, String type) {
        List<String> former =
                written.attributes().stream().map(Attribute::source).toList();
        if (former.equals(attributes) && type.equals(written.wellFormedType().source())) {
            return source(written.span());
        }
        return line(written.name().text(), type, attributes, written.trailingComment());
    }

    static String withComment(String text, @Nullable Comment comment) {
        return comment == null ? text : text + " " + comment.source();
    }

    static String source(Span span) {
        return span.file().text().substring(span.start(), span.end());
    }

    /** The line of a relation field that is new. */
    String relation(RelationEnd end) {
        List<String> attributes = new ArrayList<>();
        context.relations().attribute(end).ifPresent(attributes::add);
        if (leadsToIgnored(end)) {
            attributes.add("@ignore");
        }
        return line(end.field(), context.relations().type(end), attributes, null);
    }

    private boolean leadsToIgnored(RelationEnd end) {
        return context.isIgnored(end.target()) && !context.isIgnored(table);
    }

    /**
     * The line of a relation field that a person has written.
     *
     * @param described the table that the model asks for
     */
    String relation(FieldDeclaration written, RelationEnd end, Table described) {
        List<String> attributes = new ArrayList<>();
        String wanted = context.relations().attribute(end).orElse(null);
        boolean open = true;
        for (Attribute attribute : written.attributes()) {
            if (!attribute.isNamed("relation")) {
                attributes.add(attribute.source());
                continue;
            }
            open = false;
            if (isSame(end, described) && Objects.equals(RelationAttribute.nameOf(attribute), end.relationName())) {
                attributes.add(attribute.source());
            } else if (wanted != null) {
                attributes.add(wanted);
            }
        }
        if (open && wanted != null) {
            attributes.add(wanted);
        }
        if (leadsToIgnored(end) && written.attributes().stream().noneMatch(one -> one.isNamed("ignore"))) {
            attributes.add("@ignore");
        }
        return keepOr(written, attributes, context.relations().type(end));
    }

    private boolean isSame(RelationEnd end, Table described) {
        if (!(end.link() instanceof Link.Key link)
                || !end.forward()
                || !context.existing().hasForeignKeys()) {
            return true;
        }
        Relation.ForeignKey relation = link.known().orElseThrow();
        return described.foreignKeys().stream()
                .filter(key -> key.columns().equals(LinkReader.databaseNames(relation.fields())))
                .anyMatch(key -> context.agreement().on(table, link.key(), key));
    }
}
