package dev.caspian.execute;

import dev.caspian.error.InconsistentColumnException;
import dev.caspian.jdbc.RawColumn;
import dev.caspian.jdbc.ValueCodec;
import dev.caspian.query.Json;
import java.beans.PropertyDescriptor;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.convert.ConversionException;
import org.springframework.dao.TypeMismatchDataAccessException;
import org.springframework.jdbc.core.BeanPropertyRowMapper;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SingleColumnRowMapper;

/**
 * Makes objects of the rows of raw queries: Spring's mappers find the columns, and the client's codec reads them. Thread-safe.
 */
final class RawRows {

    private final ValueCodec codec;

    RawRows(ValueCodec codec) {
        this.codec = codec;
    }

    /** A mapper to records, beans or single values. */
    <T> RowMapper<T> mapper(Class<T> type) {
        RowMapper<T> mapper = springs(type);
        return (row, number) -> {
            try {
                return mapper.mapRow(row, number);
            } catch (TypeMismatchDataAccessException | TypeMismatchException | ConversionException e) {
                // Not as the cause: its message holds the value.
                throw new InconsistentColumnException(
                        "A row of a raw query cannot be read as `" + type.getSimpleName() + "`: " + column(e)
                                + " holds a value of another type.",
                        null);
            }
        };
    }

    private static String column(RuntimeException mismatch) {
        return mismatch instanceof TypeMismatchException known && known.getPropertyName() != null
                ? "the column for `" + known.getPropertyName() + "`"
                : "a column";
    }

    @SuppressWarnings("NullAway") // A single value may be NULL, as the caller's SQL says.
    private <T> RowMapper<T> springs(Class<T> type) {
        if (type == Object.class || type == Json.class || type == List.class || BeanUtils.isSimpleProperty(type)) {
            return new Values<>(type);
        }
        return type.isRecord() ? new Records<>(type) : new Beans<>(type);
    }

    /** A row by the names of its columns. */
    Map<String, @Nullable Object> map(ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            map.put(columns.getColumnLabel(i), codec.rawValue(row, i));
        }
        return map;
    }

    private @Nullable Object value(ResultSet row, int column, Class<?> type) throws SQLException {
        Object value = RawColumn.value(codec, row, column, type);
        if (value == null && type.isPrimitive()) {
            throw new InconsistentColumnException(
                    "The column `" + row.getMetaData().getColumnLabel(column) + "` of a raw query is NULL, which `"
                            + type.getName() + "` cannot be. Map it to the boxed type.",
                    null);
        }
        return value;
    }

    private final class Values<T> extends SingleColumnRowMapper<T> {

        Values(Class<T> type) {
            super(type);
        }

        @Override
        protected @Nullable Object getColumnValue(ResultSet row, int column, @Nullable Class<?> type)
                throws SQLException {
            return value(row, column, type == null ? Object.class : type);
        }
    }

    private final class Records<T> extends DataClassRowMapper<T> {

        Records(Class<T> type) {
            super(type);
        }

        @Override
        protected @Nullable Object getColumnValue(ResultSet row, int column, Class<?> type) throws SQLException {
            return value(row, column, type);
        }
    }

    private final class Beans<T> extends BeanPropertyRowMapper<T> {

        Beans(Class<T> type) {
            super(type);
        }

        @Override
        protected @Nullable Object getColumnValue(ResultSet row, int column, PropertyDescriptor property)
                throws SQLException {
            return value(row, column, property.getPropertyType());
        }
    }
}
