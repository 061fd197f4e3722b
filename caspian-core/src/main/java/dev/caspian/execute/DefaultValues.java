package dev.caspian.execute;

import dev.caspian.identifier.Identifiers;
import dev.caspian.query.Json;
import dev.caspian.schema.DefaultValue;
import dev.caspian.schema.FieldType;
import dev.caspian.schema.ScalarField;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes the values of fields that a new record was not given.
 *
 * <p>Constants and {@code now()} come from the client too, as in Prisma, although columns have a DEFAULT: so that all
 * records of one call get the same time, and rows with different fields can go into one statement.
 */
final class DefaultValues {

    private final Identifiers identifiers;

    DefaultValues(Identifiers identifiers) {
        this.identifiers = identifiers;
    }

    /** The value of the field, or null where the database makes it or there is none. */
    @Nullable Object of(ScalarField field, Instant now) {
        if (field.defaultValue() != null) {
            return value(field.type(), field.defaultValue(), now);
        }
        return field.updatedAt() ? time(field.type(), now) : null;
    }

    private @Nullable Object value(FieldType type, DefaultValue value, Instant now) {
        if (value instanceof DefaultValue.Literal literal) {
            return literal(type, literal.text());
        } else if (value instanceof DefaultValue.EnumValue constant) {
            return databaseName(type, constant.name());
        } else if (value instanceof DefaultValue.ListOf list) {
            return list.values().stream()
                    .map(element -> value(type, element, now))
                    .toList();
        } else if (value instanceof DefaultValue.Now) {
            return time(type, now);
        } else if (value instanceof DefaultValue.Uuid uuid) {
            UUID made = uuid.version() == 7 ? identifiers.uuid7() : identifiers.uuid4();
            return isNative(type, "Uuid") ? made : made.toString();
        } else if (value instanceof DefaultValue.Cuid cuid) {
            return cuid.version() == 2 ? identifiers.cuid2() : identifiers.cuid();
        } else if (value instanceof DefaultValue.Ulid) {
            return identifiers.ulid();
        } else if (value instanceof DefaultValue.Nanoid nanoid) {
            return identifiers.nanoid(nanoid.length());
        }
        return null;
    }

    private static String databaseName(FieldType type, String name) {
        return ((FieldType.Enumerated) type)
                .type().values().stream()
                        .filter(value -> value.name().equals(name))
                        .findFirst()
                        .orElseThrow()
                        .databaseName();
    }

    private static Object literal(FieldType type, String text) {
        return switch (((FieldType.Scalar) type).type()) {
            case STRING -> isNative(type, "Uuid") ? UUID.fromString(text) : text;
            case BOOLEAN -> Boolean.valueOf(text);
            case INT, BIG_INT -> Long.valueOf(text);
            case FLOAT -> Double.valueOf(text);
            case DECIMAL -> new BigDecimal(text);
            case DATE_TIME -> time(type, OffsetDateTime.parse(text).toInstant());
            case JSON -> new Json(text);
            case BYTES -> Base64.getDecoder().decode(text);
        };
    }

    /** A point in time as the field's column has it. */
    static Object time(FieldType type, Instant instant) {
        if (isNative(type, "Date")) {
            return LocalDate.ofInstant(instant, ZoneOffset.UTC);
        } else if (isNative(type, "Time") || isNative(type, "Timetz")) {
            return LocalTime.ofInstant(instant, ZoneOffset.UTC);
        }
        return instant;
    }

    private static boolean isNative(FieldType type, String name) {
        return type instanceof FieldType.Scalar scalar
                && scalar.nativeType() != null
                && scalar.nativeType().name().equals(name);
    }
}
