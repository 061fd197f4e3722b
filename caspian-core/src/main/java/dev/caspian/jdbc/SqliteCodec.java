package dev.caspian.jdbc;

import dev.caspian.error.InvalidQueryException;
import dev.caspian.error.InvalidValueException;
import dev.caspian.provider.ScalarType;
import dev.caspian.query.Json;
import dev.caspian.query.MappedEnum;
import dev.caspian.sql.ColumnType;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.Temporal;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Values of SQLite, as Prisma 7 writes them: DateTime as text of ISO 8601 in UTC with milliseconds, Boolean as 0 and 1,
 * Json and Decimal as text. DateTime is also read as milliseconds since 1970 and as CURRENT_TIMESTAMP writes it.
 */
public record SqliteCodec() implements ValueCodec {

    @Override
    public void bind(PreparedStatement statement, int parameter, @Nullable Object value, ColumnType type)
            throws SQLException {
        if (value == null) {
            statement.setNull(parameter, Types.NULL);
        } else if (value instanceof String text) {
            statement.setString(parameter, text);
        } else if (value instanceof Integer number) {
            statement.setInt(parameter, number);
        } else if (value instanceof Long number) {
            statement.setLong(parameter, number);
        } else if (value instanceof Boolean flag) {
            statement.setInt(parameter, flag ? 1 : 0);
        } else if (value instanceof Double number) {
            statement.setDouble(parameter, number);
        } else if (value instanceof byte[] bytes) {
            statement.setBytes(parameter, bytes);
        } else {
            statement.setString(parameter, text(value));
        }
    }

    /** What a value that SQLite has no type for is stored as. */
    private static String text(Object value) {
        if (value instanceof Instant instant) {
            return IsoInstant.format(instant);
        } else if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        } else if (value instanceof Json json) {
            return checked(json).text();
        } else if (value instanceof MappedEnum constant) {
            return constant.databaseName();
        }
        throw new InvalidQueryException("SQLite has no column for a value of the type `"
                + value.getClass().getName() + "`.");
    }

    @Override
    public void bindRaw(PreparedStatement statement, int parameter, @Nullable Object value) throws SQLException {
        Object known = ParameterValue.of(value);
        if (known instanceof List<?>) {
            throw new InvalidQueryException(
                    "Parameter " + parameter + " of the raw query is a list, which SQLite has not."
                            + " Use a named parameter, whose list is expanded: IN (:names).");
        }
        if (known instanceof UUID || (known instanceof Temporal && !(known instanceof Instant))) {
            known = known.toString();
        }
        bind(statement, parameter, known, ColumnType.STRING);
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

    // SQLite would take any text.
    private static Json checked(Json json) {
        try {
            JsonDocument.parse(json.text());
            return json;
        } catch (IllegalArgumentException e) {
            throw new InvalidValueException("A value for a Json field is no Json: " + e.getMessage() + ".", e);
        }
    }

    @Override
    public void bindAll(PreparedStatement statement, int parameter, List<?> values, ColumnType type)
            throws SQLException {
        StringBuilder json = new StringBuilder(values.size() * 16).append('[');
        for (Object value : values) {
            json.append(json.length() == 1 ? "" : ",").append(element(value));
        }
        statement.setString(parameter, json.append(']').toString());
    }

    @Override
    public void bindTuples(
            PreparedStatement statement, int parameter, List<? extends List<?>> tuples, List<ColumnType> types)
            throws SQLException {
        StringBuilder json = new StringBuilder().append('[');
        for (List<?> tuple : tuples) {
            json.append(json.length() == 1 ? "[" : ",[");
            for (int i = 0; i < tuple.size(); i++) {
                json.append(i == 0 ? "" : ",").append(element(tuple.get(i)));
            }
            json.append(']');
        }
        statement.setString(parameter, json.append(']').toString());
    }

    private static String element(@Nullable Object value) {
        if (value == null) {
            return "null";
        } else if (value instanceof Integer || value instanceof Long || value instanceof Double) {
            return value.toString();
        } else if (value instanceof Boolean flag) {
            return flag ? "1" : "0";
        } else if (value instanceof byte[] bytes) {
            return '"' + HexFormat.of().formatHex(bytes) + '"';
        } else if (value instanceof String text) {
            return Json.of(text).text();
        }
        return Json.of(text(value)).text();
    }

    @Override
    public @Nullable String string(ResultSet row, int column) throws SQLException {
        return row.getString(column);
    }

    @Override
    public boolean booleanValue(ResultSet row, int column) throws SQLException {
        return row.getInt(column) != 0;
    }

    @Override
    public int intValue(ResultSet row, int column) throws SQLException {
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
        return row.getDouble(column);
    }

    @Override
    public @Nullable BigDecimal decimal(ResultSet row, int column, ColumnType type) throws SQLException {
        String text = row.getString(column);
        try {
            return text == null ? null : new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw Unreadable.value(row, column, ScalarType.DECIMAL);
        }
    }

    @Override
    public @Nullable Instant instant(ResultSet row, int column, ColumnType type) throws SQLException {
        String text = row.getString(column);
        if (text == null) {
            return null;
        }
        Instant instant = IsoInstant.parse(text);
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
        String text = row.getString(column);
        return text == null ? null : new Json(text);
    }

    @Override
    public byte @Nullable [] bytes(ResultSet row, int column) throws SQLException {
        return row.getBytes(column);
    }

    @Override
    public @Nullable List<?> list(ResultSet row, int column, ColumnType type) {
        throw new IllegalStateException("SQLite has no scalar lists");
    }
}
