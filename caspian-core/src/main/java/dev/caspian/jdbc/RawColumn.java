package dev.caspian.jdbc;

import dev.caspian.error.InconsistentColumnException;
import dev.caspian.query.Json;
import dev.caspian.query.MappedEnum;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads a column of a raw query as the type that the application wants. */
public final class RawColumn {

    private RawColumn() {}

    /**
     * A value of the type or, where only the application knows how to get there, of another one.
     *
     * @throws InconsistentColumnException if the column holds something that cannot be read as the type
     */
    public static @Nullable Object value(ValueCodec codec, ResultSet row, int column, Class<?> type)
            throws SQLException {
        if (type == String.class) {
            return codec.string(row, column);
        } else if (type == boolean.class || type == Boolean.class) {
            boolean value = codec.booleanValue(row, column);
            return row.wasNull() ? null : (Boolean) value;
        }
        Object value = codec.rawValue(row, column);
        if (value == null || type.isInstance(value)) {
            return value;
        }
        try {
            return value instanceof Instant instant ? fromInstant(instant, type) : fromText(value, type);
        } catch (IllegalArgumentException | DateTimeException e) {
            // Not as the cause: its message holds the value.
            throw new InconsistentColumnException(
                    "The column `" + row.getMetaData().getColumnLabel(column)
                            + "` of a raw query holds a value that is no `" + type.getSimpleName() + "`.",
                    null);
        }
    }

    private static Object fromInstant(Instant instant, Class<?> type) {
        OffsetDateTime utc = instant.atOffset(ZoneOffset.UTC);
        if (type == OffsetDateTime.class) {
            return utc;
        } else if (type == LocalDateTime.class) {
            return utc.toLocalDateTime();
        } else if (type == LocalDate.class) {
            return utc.toLocalDate();
        } else if (type == Date.class) {
            return Date.from(instant);
        }
        return instant;
    }

    private static Object fromText(Object value, Class<?> type) {
        String text = value.toString();
        if (type == Instant.class) {
            return instant(text);
        } else if (type == BigDecimal.class) {
            return new BigDecimal(text);
        } else if (type == UUID.class) {
            return UUID.fromString(text);
        } else if (type == Json.class) {
            return new Json(text);
        } else if (type == LocalDate.class) {
            return LocalDate.parse(text);
        } else if (type == LocalTime.class) {
            return LocalTime.parse(text);
        } else if (type.isEnum() && MappedEnum.class.isAssignableFrom(type)) {
            return constant(text, type);
        }
        return value;
    }

    private static Instant instant(String text) {
        Instant instant = IsoInstant.parse(text);
        if (instant == null) {
            throw new IllegalArgumentException("No point in time");
        }
        return instant;
    }

    private static Object constant(String name, Class<?> type) {
        for (Object constant : type.getEnumConstants()) {
            if (((MappedEnum) constant).databaseName().equals(name)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("No value of the enum");
    }
}
