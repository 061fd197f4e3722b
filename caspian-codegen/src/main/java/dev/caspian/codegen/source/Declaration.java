package dev.caspian.codegen.source;

import dev.caspian.schema.Arity;
import dev.caspian.schema.Datasource;
import dev.caspian.schema.DefaultValue;
import dev.caspian.schema.Field;
import dev.caspian.schema.FieldType;
import dev.caspian.schema.Index;
import dev.caspian.schema.Model;
import dev.caspian.schema.Relation;
import dev.caspian.schema.RelationField;
import dev.caspian.schema.ScalarField;
import dev.caspian.schema.Schema;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** Writes a field as the schema declares it, for documentation: {@code id String @id @default(cuid())}. */
final class Declaration {

    private final String datasource;

    Declaration(Schema schema) {
        datasource = schema.datasource().map(Datasource::name).orElse("db");
    }

    String of(Model model, Field field) {
        return field instanceof ScalarField scalar ? ofScalar(model, scalar) : ofRelation((RelationField) field);
    }

    private String ofScalar(Model model, ScalarField field) {
        StringJoiner words = new StringJoiner(" ");
        words.add(field.name()).add(typeName(field.type()) + mark(field.arity()));
        for (Index index : model.indexes()) {
            if (index.fromField() && index.fields().equals(List.of(field))) {
                words.add(index.kind() == Index.Kind.PRIMARY_KEY ? "@id" : "@unique");
            }
        }
        DefaultValue value = field.defaultValue();
        if (value != null) {
            words.add("@default(" + text(value, field.type()) + ")");
        }
        if (field.updatedAt()) {
            words.add("@updatedAt");
        }
        if (!field.databaseName().equals(field.name())) {
            words.add("@map(\"" + field.databaseName() + "\")");
        }
        if (field.type() instanceof FieldType.Scalar scalar && scalar.nativeType() != null) {
            words.add("@" + datasource + "." + scalar.nativeType());
        }
        return words.toString();
    }

    private static String ofRelation(RelationField field) {
        String declaration = field.name() + " " + field.target().name() + mark(field.arity());
        if (field.relation() instanceof Relation.ForeignKey key && key.from() == field) {
            return declaration + " @relation(fields: " + names(key.fields()) + ", references: "
                    + names(key.references()) + ")";
        }
        return declaration;
    }

    private static String names(List<ScalarField> fields) {
        return fields.stream().map(ScalarField::name).toList().toString();
    }

    private static String mark(Arity arity) {
        return switch (arity) {
            case REQUIRED -> "";
            case OPTIONAL -> "?";
            case LIST -> "[]";
        };
    }

    private static String typeName(FieldType type) {
        if (type instanceof FieldType.Scalar scalar) {
            return scalar.type().prismaName();
        }
        if (type instanceof FieldType.Enumerated enumerated) {
            return enumerated.type().name();
        }
        return "Unsupported(\"" + ((FieldType.Unsupported) type).databaseType() + "\")";
    }

    private static String text(DefaultValue value, FieldType type) {
        if (value instanceof DefaultValue.Literal literal) {
            return isQuoted(type) ? "\"" + literal.text() + "\"" : literal.text();
        }
        if (value instanceof DefaultValue.EnumValue constant) {
            return constant.name();
        }
        if (value instanceof DefaultValue.ListOf list) {
            return list.values().stream().map(item -> text(item, type)).toList().toString();
        }
        return function(value);
    }

    private static boolean isQuoted(FieldType type) {
        return type instanceof FieldType.Scalar scalar
                && switch (scalar.type()) {
                    case STRING, DATE_TIME, JSON, BYTES -> true;
                    case BOOLEAN, INT, BIG_INT, FLOAT, DECIMAL -> false;
                };
    }

    private static String function(DefaultValue value) {
        if (value instanceof DefaultValue.DbGenerated generated) {
            return generated.sql() == null ? "dbgenerated()" : "dbgenerated(\"" + generated.sql() + "\")";
        }
        if (value instanceof DefaultValue.Uuid uuid && uuid.version() != 4) {
            return "uuid(" + uuid.version() + ")";
        }
        if (value instanceof DefaultValue.Cuid cuid && cuid.version() != 1) {
            return "cuid(" + cuid.version() + ")";
        }
        return value.getClass().getSimpleName().toLowerCase(Locale.ROOT) + "()";
    }
}
