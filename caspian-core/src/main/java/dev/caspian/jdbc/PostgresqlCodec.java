package dev.caspian.jdbc;

import dev.caspian.query.Json;
import dev.caspian.query.MappedEnum;
import dev.caspian.sql.ColumnType;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values of PostgreSQL. A DateTime without a time zone is in UTC, as Prisma writes it. */
public record PostgresqlCodec() implements ValueCodec {

    @Override
    public void bind(PreparedStatement statement, int parameter, @Nullable Object value, ColumnType type)
            throws SQLException {
        if (value == null) {
            statement.setNull(parameter, Types.NULL);
        } else if (value instanceof List<?> list) {
            statement.setObject(parameter, array(list), Types.OTHER);
        } else if (PostgresqlTypes.isOnlyText(type)) {
            statement.setObject(parameter, text(value), Types.OTHER);
        } else if (value instanceof String text) {
            statement.setString(parameter, text);
        } else if (value instanceof Integer number) {
            statement.setInt(parameter, number);
        } else if (value instanceof Long number) {
            statement.setLong(parameter, number);
        } else if (value instanceof Boolean flag) {
            statement.setBoolean(parameter, flag);
        } else if (value instanceof Double number) {
            statement.setDouble(parameter, number);
        } else if (value instanceof BigDecimal number) {
            statement.setBigDecimal(parameter, number);
        } else if (value instanceof Instant instant) {
            bindInstant(statement, parameter, instant, type);
        } else if (value instanceof byte[] bytes) {
            statement.setBytes(parameter, bytes);
        } else {
            statement.setObject(parameter, value);
        }
    }

    private static void bindInstant(PreparedStatement statement, int parameter, Instant instant, ColumnType type)
            throws SQLException {
        if (isZoned(type)) {
            statement.setObject(parameter, OffsetDateTime.ofInstant(instant, ZoneOffset.UTC));
        } else {
            statement.setObject(parameter, LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
        }
    }

    private static boolean isZoned(ColumnType type) {
        return type.nativeType() != null && type.nativeType().name().equals("Timestamptz");
    }

    /** The value as text that the server reads. */
    private static String text(Object value) {
        if (value instanceof MappedEnum constant) {
            return constant.databaseName();
        } else if (value instanceof Json json) {
            return json.text();
        } else if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        } else if (value instanceof byte[] bytes) {
            return "\\x" + HexFormat.of().formatHex(bytes);
        } else if (value instanceof Instant instant) {
            return instant.toString();
        }
        return value.toString();
    }

    /** An array as text. The server knows from the statement what its elements are. */
    private static String array(List<?> values) {
        StringBuilder array = new StringBuilder(values.size() * 16).append('{');
        for (Object value : values) {
            array.append(array.length() == 1 ? "" : ",");
            if (value == null) {
                array.append("NULL");
            } else {
                array.append('"')
                        .append(text(value).replace("\\", "\\\\").replace("\"", "\\\""))
                        .append('"');
            }
        }
        return array.append('}').toString();
    }

    @Override
    public void bindAll(PreparedStatement statement, int parameter, List<?> values, ColumnType type)
            throws SQLException {
        statement.setObject(parameter, array(values), Types.OTHER);
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
        return row.getInt(column);
    }

    @Override
    public long longValue(ResultSet row, int column) throws SQLException {
        return row.getLong(column);
    }

    @Override
    public double doubleValue(ResultSet row, int column) throws SQLException {
        return row.getDouble(column);
    }

    @Override
    public @Nullable BigDecimal decimal(ResultSet row, int column) throws SQLException {
        return row.getBigDecimal(column);
    }

    @Override
    public @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        if (row.getMetaData().getColumnTypeName(column).equals("timestamptz")) {
            OffsetDateTime zoned = row.getObject(column, OffsetDateTime.class);
            return zoned == null ? null : zoned.toInstant();
        }
        LocalDateTime utc = row.getObject(column, LocalDateTime.class);
        return utc == null ? null : utc.toInstant(ZoneOffset.UTC);
    }

    @Override
    public @Nullable LocalDate date(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    @Override
    public @Nullable LocalTime time(ResultSet row, int column) throws SQLException {
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
            List<@Nullable Object> list = new ArrayList<>();
            while (elements.next()) {
                list.add(value(elements, 2, type.element()));
            }
            return List.copyOf(list);
        } finally {
            array.free();
        }
    }
}
