package dev.caspian.jdbc;

import dev.caspian.provider.ScalarType;
import dev.caspian.query.Json;
import dev.caspian.query.MappedEnum;
import dev.caspian.sql.ColumnType;
import dev.caspian.sql.Expression.Compare.Operator;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

/** Values of PostgreSQL. A DateTime without a time zone is in UTC, as Prisma writes it. */
public record PostgresqlCodec() implements ValueCodec {

    private static final DateTimeFormatter DATE = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.YEAR_OF_ERA, 4, 10, SignStyle.NOT_NEGATIVE)
            .appendPattern("-MM-dd")
            .toFormatter(Locale.ENGLISH);
    private static final DateTimeFormatter TIMESTAMP = new DateTimeFormatterBuilder()
            .append(DATE)
            .appendPattern(" HH:mm:ss.SSSSSSxxx G")
            .toFormatter(Locale.ENGLISH);

    @Override
    public @Nullable Object stored(@Nullable Object value, ColumnType type) throws SQLException {
        if (value instanceof List<?> list) {
            for (Object element : list) {
                PostgresqlRanges.require(element, type);
            }
        } else if (value != null) {
            PostgresqlRanges.require(value, type);
        }
        return value;
    }

    @Override
    public Object compared(Object value, ColumnType type, Operator operator) throws SQLException {
        return PostgresqlRanges.compared(value, type, operator);
    }

    @Override
    public List<?> candidates(List<?> values, ColumnType type) {
        return values.stream()
                .filter(value -> PostgresqlRanges.mayEqual(value, type))
                .toList();
    }

    @Override
    public void bind(PreparedStatement statement, int parameter, @Nullable Object value, ColumnType type)
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

    @Override
    public void bindRaw(PreparedStatement statement, int parameter, @Nullable Object value) throws SQLException {
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

    @Override
    public boolean countsParameters() {
        // It asks the server, but refuses a wrong number before it sends anything.
        return false;
    }

    @Override
    public @Nullable Object rawValue(ResultSet row, int column) throws SQLException {
        String type = row.getMetaData().getColumnTypeName(column);
        Object value = switch (type) {
            case "timestamp" -> instant(row, column, ColumnType.of(ScalarType.DATE_TIME));
            case "timestamptz" -> instant(row, column, NativeTypes.dateTime("Timestamptz"));
            case "date" -> date(row, column);
            case "time" -> time(row, column, NativeTypes.dateTime("Time"));
            case "timetz" -> time(row, column, NativeTypes.dateTime("Timetz"));
            case "json", "jsonb" -> json(row, column);
            case "numeric" -> decimal(row, column, ColumnType.DECIMAL);
            case "money" -> money(row.getString(column));
            case "float4" -> Double.valueOf(Float.toString(row.getFloat(column)));
            case "bool", "int2", "int4", "int8", "oid", "float8", "uuid", "bytea" -> row.getObject(column);
            default -> type.startsWith("_") ? rawList(row, column) : row.getString(column);
        };
        return row.wasNull() ? null : value;
    }

    private @Nullable List<?> rawList(ResultSet row, int column) throws SQLException {
        Array array = row.getArray(column);
        if (array == null) {
            return null;
        }
        List<@Nullable Object> list = new ArrayList<>();
        try (ResultSet elements = array.getResultSet()) {
            while (elements.next()) {
                list.add(rawValue(elements, 2));
            }
        } finally {
            array.free();
        }
        // The driver forgets, while it reads elements, that the array itself was no NULL.
        row.getString(column);
        return list;
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
            return TIMESTAMP.format(NativeTypes.cut(instant, type).atOffset(ZoneOffset.UTC));
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

    @Override
    public void bindAll(PreparedStatement statement, int parameter, List<?> values, ColumnType type)
            throws SQLException {
        statement.setObject(parameter, array(values, type), Types.OTHER);
    }

    @Override
    public void bindTuples(
            PreparedStatement statement, int parameter, List<? extends List<?>> tuples, List<ColumnType> types) {
        throw new IllegalStateException("PostgreSQL binds tuples by column");
    }

    @Override
    public @Nullable String string(ResultSet row, int column) throws SQLException {
        return row.getString(column);
    }

    @Override
    public boolean booleanValue(ResultSet row, int column) throws SQLException {
        return row.getBoolean(column);
    }

    @Override
    public int intValue(ResultSet row, int column) throws SQLException {
        // An Oid has no sign.
        long value = row.getLong(column);
        if ((int) value != value) {
            throw Unreadable.value(row, column, ScalarType.INT);
        }
        return (int) value;
    }

    @Override
    public long longValue(ResultSet row, int column) throws SQLException {
        return row.getLong(column);
    }

    @Override
    public double doubleValue(ResultSet row, int column, ColumnType type) throws SQLException {
        return NativeTypes.is(type, "Real") ? PostgresqlRanges.ofReal(row.getFloat(column)) : row.getDouble(column);
    }

    @Override
    public @Nullable BigDecimal decimal(ResultSet row, int column, ColumnType type) throws SQLException {
        if (NativeTypes.is(type, "Money")) {
            return money(row.getString(column));
        }
        BigDecimal value;
        try {
            value = row.getBigDecimal(column);
        } catch (PSQLException e) {
            if (PSQLState.NUMERIC_VALUE_OUT_OF_RANGE.getState().equals(e.getSQLState())) {
                // NaN and infinity are numeric values of the server.
                throw Unreadable.value(row, column, ScalarType.DECIMAL);
            }
            throw e;
        }
        return value == null || type.nativeType() != null ? value : Decimals.plain(value);
    }

    /** An amount as the server's locale writes it: {@code -$1,234.56}, {@code ($1,234.56)} or {@code 1.234,56 €}. */
    private static @Nullable BigDecimal money(@Nullable String text) {
        if (text == null) {
            return null;
        }
        int separator = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
        String fraction = separator < 0 ? "" : digits(text.substring(separator));
        // A group has three digits, and no currency so many decimals that PostgreSQL knows.
        boolean grouping = fraction.length() > 2;
        BigDecimal amount = new BigDecimal(digits(text)).movePointLeft(grouping ? 0 : fraction.length());
        return text.indexOf('-') >= 0 || text.indexOf('(') >= 0 ? amount.negate() : amount;
    }

    private static String digits(String text) {
        return text.replaceAll("[^0-9]", "");
    }

    @Override
    public @Nullable Instant instant(ResultSet row, int column, ColumnType type) throws SQLException {
        if (NativeTypes.is(type, "Timestamptz")) {
            OffsetDateTime zoned = finite(row, column, OffsetDateTime.class);
            return zoned == null ? null : zoned.toInstant();
        }
        LocalDateTime utc = finite(row, column, LocalDateTime.class);
        return utc == null ? null : utc.toInstant(ZoneOffset.UTC);
    }

    @Override
    public @Nullable LocalDate date(ResultSet row, int column) throws SQLException {
        return finite(row, column, LocalDate.class);
    }

    /** A time that is none of the two infinities. */
    private static <T extends TemporalAccessor> @Nullable T finite(ResultSet row, int column, Class<T> type)
            throws SQLException {
        try {
            T time = row.getObject(column, type);
            if (time == null || !PostgresqlRanges.isInfinite(time.get(ChronoField.YEAR))) {
                return time;
            }
            throw Unreadable.value(row, column, ScalarType.DATE_TIME);
        } catch (DateTimeException e) {
            // The driver does not know the leap years before Christ.
            throw Unreadable.value(row, column, ScalarType.DATE_TIME);
        }
    }

    @Override
    public @Nullable LocalTime time(ResultSet row, int column, ColumnType type) throws SQLException {
        if (NativeTypes.is(type, "Timetz")) {
            OffsetTime zoned = row.getObject(column, OffsetTime.class);
            return zoned == null
                    ? null
                    : zoned.withOffsetSameInstant(ZoneOffset.UTC).toLocalTime();
        }
        return row.getObject(column, LocalTime.class);
    }

    @Override
    public @Nullable UUID uuid(ResultSet row, int column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    @Override
    public @Nullable Json json(ResultSet row, int column) throws SQLException {
        String text = row.getString(column);
        return text == null ? null : new Json(text);
    }

    @Override
    public byte @Nullable [] bytes(ResultSet row, int column) throws SQLException {
        return row.getBytes(column);
    }

    @Override
    public @Nullable List<?> list(ResultSet row, int column, ColumnType type) throws SQLException {
        Array array = row.getArray(column);
        if (array == null) {
            return null;
        }
        try (ResultSet elements = array.getResultSet()) {
            List<Object> list = new ArrayList<>();
            while (elements.next()) {
                Object value = value(elements, 2, type.element());
                if (value == null) {
                    throw Unreadable.value(row, column, type.type());
                }
                list.add(value);
            }
            return List.copyOf(list);
        } finally {
            array.free();
        }
    }
}
