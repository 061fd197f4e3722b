package dev.caspian.codegen.shape;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.caspian.codegen.name.ClientNames;
import dev.caspian.provider.NativeType;
import dev.caspian.query.BigIntField;
import dev.caspian.query.DecimalField;
import dev.caspian.query.EnumField;
import dev.caspian.query.FloatField;
import dev.caspian.query.IntField;
import dev.caspian.query.Json;
import dev.caspian.query.JsonField;
import dev.caspian.query.ListField;
import dev.caspian.query.OrderedField;
import dev.caspian.query.StringField;
import dev.caspian.query.TypedField;
import dev.caspian.query.UniqueBigIntField;
import dev.caspian.query.UniqueDecimalField;
import dev.caspian.query.UniqueEnumField;
import dev.caspian.query.UniqueField;
import dev.caspian.query.UniqueFloatField;
import dev.caspian.query.UniqueIntField;
import dev.caspian.query.UniqueOrderedField;
import dev.caspian.query.UniqueStringField;
import dev.caspian.schema.Arity;
import dev.caspian.schema.FieldType;
import dev.caspian.schema.Index;
import dev.caspian.schema.Model;
import dev.caspian.schema.ScalarField;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The Java side of a scalar field. Immutable.
 *
 * @param element the type of one value, never primitive
 * @param kind which of the field kinds and row readers serve it
 * @param arity how many values the field holds
 */
public record ValueType(TypeName element, Kind kind, Arity arity) {

    /** How values of a type are read from a row, and what can be asked of their fields. */
    public enum Kind {
        STRING("string", "string", StringField.class, UniqueStringField.class),
        BOOLEAN("booleanValue", "booleanOrNull", TypedField.class, UniqueField.class),
        INT("intValue", "intOrNull", IntField.class, UniqueIntField.class),
        BIG_INT("longValue", "longOrNull", BigIntField.class, UniqueBigIntField.class),
        FLOAT("doubleValue", "doubleOrNull", FloatField.class, UniqueFloatField.class),
        DECIMAL("decimal", "decimal", DecimalField.class, UniqueDecimalField.class),
        INSTANT("instant", "instant", OrderedField.class, UniqueOrderedField.class),
        DATE("date", "date", OrderedField.class, UniqueOrderedField.class),
        TIME("time", "time", OrderedField.class, UniqueOrderedField.class),
        UUID("uuid", "uuid", OrderedField.class, UniqueOrderedField.class),
        JSON("json", "json", JsonField.class, UniqueField.class),
        BYTES("bytes", "bytes", TypedField.class, UniqueField.class),
        ENUM("enumeration", "enumeration", EnumField.class, UniqueEnumField.class);

        private final String reader;
        private final String nullableReader;
        private final Class<?> field;
        private final Class<?> uniqueField;

        Kind(String reader, String nullableReader, Class<?> field, Class<?> uniqueField) {
            this.reader = reader;
            this.nullableReader = nullableReader;
            this.field = field;
            this.uniqueField = uniqueField;
        }
    }

    /** The type of a field that is part of the client. */
    public static ValueType of(ScalarField field, ClientNames names) {
        if (field.type() instanceof FieldType.Scalar scalar) {
            Kind kind = kind(scalar);
            return new ValueType(element(kind), kind, field.arity());
        }
        if (field.type() instanceof FieldType.Enumerated enumerated) {
            return new ValueType(names.enumType(enumerated.type()), Kind.ENUM, field.arity());
        }
        throw new IllegalStateException("The field `" + field.name() + "` has no Java type.");
    }

    private static Kind kind(FieldType.Scalar scalar) {
        return switch (scalar.type()) {
            case STRING -> isNative(scalar.nativeType(), "Uuid") ? Kind.UUID : Kind.STRING;
            case BOOLEAN -> Kind.BOOLEAN;
            case INT -> Kind.INT;
            case BIG_INT -> Kind.BIG_INT;
            case FLOAT -> Kind.FLOAT;
            case DECIMAL -> Kind.DECIMAL;
            case DATE_TIME -> {
                if (isNative(scalar.nativeType(), "Date")) {
                    yield Kind.DATE;
                }
                yield isNative(scalar.nativeType(), "Time", "Timetz") ? Kind.TIME : Kind.INSTANT;
            }
            case JSON -> Kind.JSON;
            case BYTES -> Kind.BYTES;
        };
    }

    private static boolean isNative(@Nullable NativeType type, String... names) {
        return type != null && List.of(names).contains(type.name());
    }

    private static TypeName element(Kind kind) {
        return switch (kind) {
            case STRING -> ClassName.get(String.class);
            case BOOLEAN -> ClassName.get(Boolean.class);
            case INT -> ClassName.get(Integer.class);
            case BIG_INT -> ClassName.get(Long.class);
            case FLOAT -> ClassName.get(Double.class);
            case DECIMAL -> ClassName.get(BigDecimal.class);
            case INSTANT -> ClassName.get(Instant.class);
            case DATE -> ClassName.get(LocalDate.class);
            case TIME -> ClassName.get(LocalTime.class);
            case UUID -> ClassName.get(UUID.class);
            case JSON -> ClassName.get(Json.class);
            case BYTES -> ArrayTypeName.of(TypeName.BYTE);
            case ENUM -> throw new IllegalStateException("An enum is a class of its own.");
        };
    }

    public boolean isList() {
        return arity == Arity.LIST;
    }

    /** Whether a value is an array, which could be changed: records hand out copies. */
    public boolean isArray() {
        return !isList() && kind == Kind.BYTES;
    }

    public boolean isOptional() {
        return arity == Arity.OPTIONAL;
    }

    /** Whether a variable of the field is a Java primitive. */
    public boolean isPrimitive() {
        return arity == Arity.REQUIRED && element.isBoxedPrimitive();
    }

    /** The type that accessors return and builders take, without its nullness: {@code int}, {@code List<String>}. */
    public TypeName type() {
        if (isList()) {
            return ParameterizedTypeName.get(ClassName.get(List.class), element);
        }
        return isPrimitive() ? element.unbox() : element;
    }

    /** The primitive that a builder also takes, because Java does not widen a literal to a boxed type. */
    public @Nullable TypeName literalType() {
        return switch (kind) {
            case DECIMAL -> isList() ? null : TypeName.LONG;
            case BIG_INT -> isOptional() ? TypeName.LONG : null;
            case FLOAT -> isOptional() ? TypeName.DOUBLE : null;
            default -> null;
        };
    }

    /** The class of the field's constant: {@code UniqueStringField<User>}. */
    public TypeName fieldType(ClassName model, boolean unique) {
        if (isList()) {
            return ParameterizedTypeName.get(ClassName.get(ListField.class), model, element);
        }
        Class<?> raw = unique ? kind.uniqueField : kind.field;
        return raw.getTypeParameters().length == 1
                ? ParameterizedTypeName.get(ClassName.get(raw), model)
                : ParameterizedTypeName.get(ClassName.get(raw), model, element);
    }

    /** Whether the field's constant is told the class of the values. */
    public boolean isNamedWithClass() {
        return kind == Kind.ENUM;
    }

    /** The method of a row that reads the field. */
    public String reader() {
        if (isList()) {
            return "list";
        }
        return arity == Arity.REQUIRED ? kind.reader : kind.nullableReader;
    }

    /** Whether the reader is told the class of the values. */
    public boolean isReadByClass() {
        return isList() || kind == Kind.ENUM;
    }

    /** Whether a field alone is a primary key or unique index. */
    public static boolean isUnique(Model model, ScalarField field) {
        return model.uniqueKeys().stream().map(Index::fields).anyMatch(List.of(field)::equals);
    }
}
