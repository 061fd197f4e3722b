package dev.caspian.jdbc;

import dev.caspian.provider.ScalarType;
import dev.caspian.query.Json;
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
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

/** Values of PostgreSQL. A DateTime without a time zone is in UTC, as Prisma writes it. */
public record PostgresqlCodec() implements ValueCodec {

    @Override
    public @Nullable Object stored(@Nullable Object value, ColumnType type) throws SQLException {
        return PostgresqlParameters.stored(value, type);
    }

    @Override
    public Object compared(Object value, ColumnType type, Operator operator) throws SQLException {
        return PostgresqlParameters.compared(value, type, operator);
    }

    @Override
    public List<?> candidates(List<?> values, ColumnType type) {
        return PostgresqlParameters.candidates(values, type);
    }

    @Override
    public void bind(PreparedStatement statement, int parameter, @Nullable Object value, ColumnType type)
            throws SQLException {
        PostgresqlParameters.bind(statement, parameter, value, type);
    }

    @Override
    public void bindRaw(PreparedStatement statement, int parameter, @Nullable Object value) throws SQLException {
        PostgresqlParameters.bindRaw(statement, parameter, value);
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
            default ->
                row.getMetaData().getColumnType(column) == Types.ARRAY ? rawList(row, column) : row.getString(column);
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

    @Override
    public void bindAll(PreparedStatement statement, int parameter, List<?> values, ColumnType type)
            throws SQLException {
        PostgresqlParameters.bindAll(statement, parameter, values, type);
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

    // The driver makes three more objects of it, which is most of what a point in time costs.
    @Override
    public @Nullable Instant nextInstant(ResultSet row, int column, ColumnType type) throws SQLException {
        byte[] sent = row.getBytes(column);
        if (sent == null) {
            return null;
        }
        Instant instant = PostgresqlTimestamp.instant(sent);
        return instant == null ? instant(row, column, type) : instant;
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
