package dev.caspian.jdbc;

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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How one database takes and gives values. Stateless.
 *
 * <p>Columns and parameters are counted from 1, as JDBC does.
 */
public interface ValueCodec {

    /**
     * What a column of this type holds when this value is written to it.
     *
     * @throws SQLException of a data error, if the column would hold something else
     */
    @Nullable Object stored(@Nullable Object value, ColumnType type) throws SQLException;

    /**
     * What a column of this type is compared with so that the answer is right for this value, be it one that the column
     * cannot hold.
     */
    Object compared(Object value, ColumnType type, Operator operator) throws SQLException;

    /** Those values of a list that a column of this type may be equal to. */
    List<?> candidates(List<?> values, ColumnType type);

    /** Binds one value, or null. */
    void bind(PreparedStatement statement, int parameter, @Nullable Object value, ColumnType type) throws SQLException;

    /** Binds a value of the application's own, whose column nobody knows, as the client would store it. */
    void bindRaw(PreparedStatement statement, int parameter, @Nullable Object value) throws SQLException;

    /** Whether the driver counts the parameters of a statement by itself, and takes too few of them for NULL. */
    boolean countsParameters();

    /** A value of a column that nobody knows, as the client has it; null for NULL. */
    @Nullable Object rawValue(ResultSet row, int column) throws SQLException;

    /** Binds a list of values as one parameter of an IN. */
    void bindAll(PreparedStatement statement, int parameter, List<?> values, ColumnType type) throws SQLException;

    /** Binds a list of tuples as one parameter of an IN. */
    void bindTuples(PreparedStatement statement, int parameter, List<? extends List<?>> tuples, List<ColumnType> types)
            throws SQLException;

    @Nullable String string(ResultSet row, int column) throws SQLException;

    boolean booleanValue(ResultSet row, int column) throws SQLException;

    int intValue(ResultSet row, int column) throws SQLException;

    long longValue(ResultSet row, int column) throws SQLException;

    double doubleValue(ResultSet row, int column, ColumnType type) throws SQLException;

    @Nullable BigDecimal decimal(ResultSet row, int column, ColumnType type) throws SQLException;

    @Nullable Instant instant(ResultSet row, int column, ColumnType type) throws SQLException;

    /** The same, of a column whose values are of this type: {@link #instant} has read one of an earlier row. */
    default @Nullable Instant nextInstant(ResultSet row, int column, ColumnType type) throws SQLException {
        return instant(row, column, type);
    }

    @Nullable LocalDate date(ResultSet row, int column) throws SQLException;

    @Nullable LocalTime time(ResultSet row, int column, ColumnType type) throws SQLException;

    @Nullable UUID uuid(ResultSet row, int column) throws SQLException;

    @Nullable Json json(ResultSet row, int column) throws SQLException;

    byte @Nullable [] bytes(ResultSet row, int column) throws SQLException;

    /** A scalar list, with elements as the client has them; enum values by their database names. */
    @Nullable List<?> list(ResultSet row, int column, ColumnType type) throws SQLException;

    /** A value as the client has it; an enum value by its database name. */
    default @Nullable Object value(ResultSet row, int column, ColumnType type) throws SQLException {
        if (type.list()) {
            return list(row, column, type);
        }
        return switch (type.type()) {
            case STRING -> NativeTypes.isUuid(type) ? uuid(row, column) : string(row, column);
            case BOOLEAN -> orNull(row, booleanValue(row, column));
            case INT -> orNull(row, intValue(row, column));
            case BIG_INT -> orNull(row, longValue(row, column));
            case FLOAT -> orNull(row, doubleValue(row, column, type));
            case DECIMAL -> decimal(row, column, type);
            case DATE_TIME ->
                NativeTypes.isDate(type)
                        ? date(row, column)
                        : NativeTypes.isTime(type) ? time(row, column, type) : instant(row, column, type);
            case JSON -> json(row, column);
            case BYTES -> bytes(row, column);
        };
    }

    private static <T> @Nullable T orNull(ResultSet row, T value) throws SQLException {
        return row.wasNull() ? null : value;
    }
}
