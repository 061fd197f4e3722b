package dev.caspian.jdbc;

import dev.caspian.provider.ScalarType;
import dev.caspian.query.Json;
import dev.caspian.sql.ColumnType;
import dev.caspian.sql.Expression.Compare.Operator;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Values of SQLite, as Prisma 7 writes them: DateTime as text of ISO 8601 in UTC with milliseconds, Boolean as 0 and 1,
 * Json as text, and Decimal as the number that it is. DateTime is also read as milliseconds since 1970 and as
 * CURRENT_TIMESTAMP writes it.
 */
public record SqliteCodec() implements ValueCodec {

    @Override
    public @Nullable Object stored(@Nullable Object value, ColumnType type) throws SQLException {
        return SqliteParameters.stored(value, type);
    }

    @Override
    public Object compared(Object value, ColumnType type, Operator operator) {
        return SqliteParameters.compared(value, type, operator);
    }

    @Override
    public List<?> candidates(List<?> values, ColumnType type) {
        return SqliteParameters.candidates(values, type);
    }

    @Override
    public void bind(PreparedStatement statement, int parameter, @Nullable Object value, ColumnType type)
            throws SQLException {
        SqliteParameters.bind(statement, parameter, value, type);
    }

    @Override
    public void bindRaw(PreparedStatement statement, int parameter, @Nullable Object value) throws SQLException {
        SqliteParameters.bindRaw(statement, parameter, value);
    }

    @Override
    public boolean countsParameters() {
        return true;
    }

    @Override
    public @Nullable Object rawValue(ResultSet row, int column) throws SQLException {
        // SQLite itself knows no types, but a column has the one that it was declared with.
        Object value = switch (row.getMetaData().getColumnTypeName(column).toUpperCase(Locale.ROOT)) {
            case "DATETIME" -> instant(row, column, ColumnType.of(ScalarType.DATE_TIME));
            case "BOOLEAN" -> booleanValue(row, column);
            case "DECIMAL" -> decimal(row, column, ColumnType.DECIMAL);
            case "BIGINT" -> longValue(row, column);
            case "JSONB" -> json(row, column);
            default -> row.getObject(column);
        };
        return row.wasNull() ? null : value;
    }

    @Override
    public void bindAll(PreparedStatement statement, int parameter, List<?> values, ColumnType type)
            throws SQLException {
        SqliteParameters.bindAll(statement, parameter, values, type);
    }

    @Override
    public void bindTuples(
            PreparedStatement statement, int parameter, List<? extends List<?>> tuples, List<ColumnType> types)
            throws SQLException {
        SqliteParameters.bindTuples(statement, parameter, tuples, types);
    }

    @Override
    public @Nullable String string(ResultSet row, int column) throws SQLException {
        return row.getString(column);
    }

    @Override
    public boolean booleanValue(ResultSet row, int column) throws SQLException {
        Object value = row.getObject(column);
        if (value == null || value.equals(0) || value.equals("false")) {
            return false;
        } else if (value.equals(1) || value.equals("true")) {
            return true;
        }
        throw Unreadable.value(row, column, ScalarType.BOOLEAN);
    }

    @Override
    public int intValue(ResultSet row, int column) throws SQLException {
        Object value = row.getObject(column);
        if (value == null) {
            return 0;
        } else if (value instanceof Integer number) {
            return number;
        }
        throw Unreadable.value(row, column, ScalarType.INT);
    }

    @Override
    public long longValue(ResultSet row, int column) throws SQLException {
        Object value = row.getObject(column);
        if (value == null) {
            return 0;
        } else if (value instanceof Integer || value instanceof Long) {
            return ((Number) value).longValue();
        }
        throw Unreadable.value(row, column, ScalarType.BIG_INT);
    }

    @Override
    public double doubleValue(ResultSet row, int column, ColumnType type) throws SQLException {
        Object value = row.getObject(column);
        if (value == null) {
            return 0;
        } else if (value instanceof Number number) {
            return number.doubleValue();
        }
        throw Unreadable.value(row, column, ScalarType.FLOAT);
    }

    @Override
    public @Nullable BigDecimal decimal(ResultSet row, int column, ColumnType type) throws SQLException {
        Object value = row.getObject(column);
        try {
            return value == null
                    ? null
                    : value instanceof Double number
                            ? Decimals.of(number)
                            : Decimals.plain(new BigDecimal(value.toString()));
        } catch (NumberFormatException e) {
            throw Unreadable.value(row, column, ScalarType.DECIMAL);
        }
    }

    @Override
    public @Nullable Instant instant(ResultSet row, int column, ColumnType type) throws SQLException {
        byte[] text = row.getBytes(column);
        if (text == null) {
            return null;
        }
        Instant written = IsoInstant.written(text);
        Instant instant = written == null ? IsoInstant.parse(row.getString(column)) : written;
        if (instant == null) {
            throw Unreadable.value(row, column, ScalarType.DATE_TIME);
        }
        return instant;
    }

    @Override
    public @Nullable LocalDate date(ResultSet row, int column) {
        throw new IllegalStateException("SQLite has no native type Date");
    }

    @Override
    public @Nullable LocalTime time(ResultSet row, int column, ColumnType type) {
        throw new IllegalStateException("SQLite has no native type Time");
    }

    @Override
    public @Nullable UUID uuid(ResultSet row, int column) {
        throw new IllegalStateException("SQLite has no native type Uuid");
    }

    @Override
    public @Nullable Json json(ResultSet row, int column) throws SQLException {
        Object value = row.getObject(column);
        if (value instanceof byte[]) {
            throw Unreadable.value(row, column, ScalarType.JSON);
        }
        return value == null
                ? null
                : new Json(value instanceof Double number ? Decimals.of(number).toString() : value.toString());
    }

    @Override
    public byte @Nullable [] bytes(ResultSet row, int column) throws SQLException {
        Object value = row.getObject(column);
        if (value == null || value instanceof byte[]) {
            return (byte[]) value;
        }
        throw Unreadable.value(row, column, ScalarType.BYTES);
    }

    @Override
    public @Nullable List<?> list(ResultSet row, int column, ColumnType type) {
        throw new IllegalStateException("SQLite has no scalar lists");
    }
}
