package dev.caspian.jdbc;

import dev.caspian.provider.ScalarType;
import dev.caspian.query.Json;
import dev.caspian.query.MappedEnum;
import dev.caspian.sql.ColumnType;
import dev.caspian.sql.Expression.Compare.Operator;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How values become parameters of PostgreSQL. Stateless. */
final class PostgresqlParameters {

    private static final DateTimeFormatter DATE = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.YEAR_OF_ERA, 4, 10, SignStyle.NOT_NEGATIVE)
            .appendPattern("-MM-dd")
            .toFormatter(Locale.ENGLISH);
    private static final DateTimeFormatter TIMESTAMP = new DateTimeFormatterBuilder()
            .append(DATE)
            .appendPattern(" HH:mm:ss.SSSSSSxxx G")
            .toFormatter(Locale.ENGLISH);

    private PostgresqlParameters() {}

    static @Nullable Object stored(@Nullable Object value, ColumnType type) throws SQLException {
        if (value instanceof List<?> list) {
            for (Object element : list) {
                PostgresqlRanges.require(element, type);
            }
        } else if (value != null) {
            PostgresqlRanges.require(value, type);
        }
        return value;
    }

    static Object compared(Object value, ColumnType type, Operator operator) throws SQLException {
        return PostgresqlRanges.compared(value, type, operator);
    }

    static List<?> candidates(List<?> values, ColumnType type) {
        return values.stream()
                .filter(value -> PostgresqlRanges.mayEqual(value, type))
                .toList();
    }

    static void bind(PreparedStatement statement, int parameter, @Nullable Object value, ColumnType type)
            throws SQLException {
        if (value == null) {
            statement.setNull(parameter, Types.NULL);
        } else if (value instanceof List<?> list) {
            statement.setObject(parameter, array(list, type), Types.OTHER);
        } else if (PostgresqlTypes.isOnlyText(type)) {
            statement.setObject(parameter, text(value, type), Types.OTHER);
        } else if (value instanceof String text) {
            statement.setString(parameter, Refused.wellFormed(text));
        } else if (value instanceof Integer number) {
            statement.setInt(parameter, number);
        } else if (value instanceof Long number) {
            statement.setLong(parameter, number);
        } else if (value instanceof Boolean flag) {
            statement.setBoolean(parameter, flag);
        } else if (value instanceof Double number) {
            statement.setDouble(parameter, number);
        } else if (value instanceof BigDecimal number) {
            statement.setBigDecimal(parameter, PostgresqlRanges.require(number));
        } else if (value instanceof Instant instant) {
            bindInstant(statement, parameter, instant, type);
        } else if (value instanceof LocalTime time) {
            bindTime(statement, parameter, time, type);
        } else if (value instanceof byte[] bytes) {
            statement.setBytes(parameter, bytes);
        } else {
            statement.setObject(parameter, value);
        }
    }

    private static void bindInstant(PreparedStatement statement, int parameter, Instant instant, ColumnType type)
            throws SQLException {
        // The driver's own words for infinity, which no column is equal to.
        OffsetDateTime time = instant.equals(Instant.MAX)
                ? OffsetDateTime.MAX
                : instant.equals(Instant.MIN)
                        ? OffsetDateTime.MIN
                        : NativeTypes.cut(instant, type).atOffset(ZoneOffset.UTC);
        if (NativeTypes.is(type, "Timestamptz")) {
            statement.setObject(parameter, time);
        } else {
            statement.setObject(parameter, time.toLocalDateTime());
        }
    }

    private static void bindTime(PreparedStatement statement, int parameter, LocalTime time, ColumnType type)
            throws SQLException {
        LocalTime cut = NativeTypes.cut(time, type);
        // The driver would take the zone of the session.
        statement.setObject(parameter, NativeTypes.is(type, "Timetz") ? cut.atOffset(ZoneOffset.UTC) : cut);
    }

    /** The value as text that the server reads. */
    private static String text(Object value, ColumnType type) throws SQLException {
        if (value instanceof MappedEnum constant) {
            return constant.databaseName();
        } else if (value instanceof Json json) {
            return Refused.wellFormed(json.text());
        } else if (value instanceof BigDecimal decimal) {
            return PostgresqlRanges.require(decimal).toPlainString();
        } else if (value instanceof byte[] bytes) {
            return "\\x" + HexFormat.of().formatHex(bytes);
        } else if (value instanceof Instant instant) {
            OffsetDateTime time = NativeTypes.cut(instant, type).atOffset(ZoneOffset.UTC);
            // What is not unusually far away needs no formatter, which takes several times as long.
            return type.type() == ScalarType.DATE_TIME && time.getYear() > 0 && time.getYear() <= 9999
                    ? time.truncatedTo(ChronoUnit.MICROS).toString()
                    : TIMESTAMP.format(time);
        } else if (value instanceof LocalTime time) {
            return NativeTypes.cut(time, type) + "+00";
        } else if (value instanceof LocalDate date) {
            return DATE.format(date) + (date.getYear() < 1 ? " BC" : "");
        }
        return Refused.wellFormed(value.toString());
    }

    /** An array as text. The server knows from the statement what its elements are. */
    private static String array(List<?> values, ColumnType type) throws SQLException {
        StringBuilder array = new StringBuilder(values.size() * 16).append('{');
        for (Object value : values) {
            array.append(array.length() == 1 ? "" : ",");
            if (value == null) {
                array.append("NULL");
            } else {
                array.append('"')
                        .append(text(value, type).replace("\\", "\\\\").replace("\"", "\\\""))
                        .append('"');
            }
        }
        return array.append('}').toString();
    }

    static void bindAll(PreparedStatement statement, int parameter, List<?> values, ColumnType type)
            throws SQLException {
        statement.setObject(parameter, array(values, type), Types.OTHER);
    }

    static void bindRaw(PreparedStatement statement, int parameter, @Nullable Object value) throws SQLException {
        Object known = ParameterValue.of(value);
        if (known instanceof List<?> list) {
            statement.setObject(parameter, array(list, ColumnType.STRING), Types.OTHER);
        } else if (known instanceof Instant || known instanceof MappedEnum || known instanceof Json) {
            // The server knows the type from the statement, which decides whether an instant has a time zone.
            statement.setObject(parameter, text(known, ColumnType.STRING), Types.OTHER);
        } else {
            bind(statement, parameter, known, ColumnType.STRING);
        }
    }
}
