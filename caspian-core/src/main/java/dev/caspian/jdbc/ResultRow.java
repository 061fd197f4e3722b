package dev.caspian.jdbc;

import dev.caspian.error.InconsistentColumnException;
import dev.caspian.query.Json;
import dev.caspian.query.MappedEnum;
import dev.caspian.record.Loaded;
import dev.caspian.record.Row;
import dev.caspian.sql.ColumnType;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The current row of a result, read by position. Confined to one query; moves on with its result. */
public final class ResultRow implements Row {

    private final ResultSet result;
    private final ValueCodec codec;
    private final Loaded loaded;
    private final int[] columns;
    private final List<ColumnType> types;

    /** A bit for each of the first fields: whether a point in time was read from its column. */
    private long timed;

    /**
     * Reads from a result.
     *
     * @param columns for each scalar field of the model its column, counted from 1, or 0 where it was not selected
     * @param types for each scalar field of the model what it holds
     */
    public ResultRow(ResultSet result, ValueCodec codec, Loaded loaded, int[] columns, List<ColumnType> types) {
        this.result = result;
        this.codec = codec;
        this.loaded = loaded;
        this.columns = columns;
        this.types = types;
    }

    @FunctionalInterface
    private interface Reading<T> {
        @Nullable T read(ResultSet result, int column) throws SQLException;
    }

    private <T> @Nullable T read(int field, Reading<T> reading) {
        int column = columns[field];
        if (column == 0) {
            return null;
        }
        try {
            return reading.read(result, column);
        } catch (SQLException e) {
            throw new UncheckedSqlException(e);
        }
    }

    /** Whether the field was not selected, or the column that was read last is NULL. */
    private boolean isNull(int field) {
        try {
            return columns[field] == 0 || result.wasNull();
        } catch (SQLException e) {
            throw new UncheckedSqlException(e);
        }
    }

    /** Refuses NULL for a required field: a primitive would be 0 or false without it. */
    private void requireValue(int field) {
        if (columns[field] != 0 && isNull(field)) {
            throw loaded.type().withoutValue(loaded.type().fields().get(field));
        }
    }

    @Override
    public Loaded loaded() {
        return loaded;
    }

    @Override
    public @Nullable String string(int field) {
        int column = columns[field];
        try {
            return column == 0 ? null : codec.string(result, column);
        } catch (SQLException e) {
            throw new UncheckedSqlException(e);
        }
    }

    @Override
    public boolean booleanValue(int field) {
        boolean value = readBoolean(field);
        if (!value) {
            requireValue(field);
        }
        return value;
    }

    private boolean readBoolean(int field) {
        int column = columns[field];
        try {
            return column != 0 && codec.booleanValue(result, column);
        } catch (SQLException e) {
            throw new UncheckedSqlException(e);
        }
    }

    @Override
    public @Nullable Boolean booleanOrNull(int field) {
        boolean value = readBoolean(field);
        return isNull(field) ? null : (Boolean) value;
    }

    @Override
    public int intValue(int field) {
        int value = readInt(field);
        if (value == 0) {
            requireValue(field);
        }
        return value;
    }

    private int readInt(int field) {
        int column = columns[field];
        try {
            return column == 0 ? 0 : codec.intValue(result, column);
        } catch (SQLException e) {
            throw new UncheckedSqlException(e);
        }
    }

    @Override
    public @Nullable Integer intOrNull(int field) {
        int value = readInt(field);
        return isNull(field) ? null : (Integer) value;
    }

    @Override
    public long longValue(int field) {
        long value = readLong(field);
        if (value == 0) {
            requireValue(field);
        }
        return value;
    }

    private long readLong(int field) {
        int column = columns[field];
        try {
            return column == 0 ? 0 : codec.longValue(result, column);
        } catch (SQLException e) {
            throw new UncheckedSqlException(e);
        }
    }

    @Override
    public @Nullable Long longOrNull(int field) {
        long value = readLong(field);
        return isNull(field) ? null : (Long) value;
    }

    @Override
    public double doubleValue(int field) {
        double value = readDouble(field);
        if (value == 0) {
            requireValue(field);
        }
        return value;
    }

    private double readDouble(int field) {
        int column = columns[field];
        try {
            return column == 0 ? 0 : codec.doubleValue(result, column, types.get(field));
        } catch (SQLException e) {
            throw new UncheckedSqlException(e);
        }
    }

    @Override
    public @Nullable Double doubleOrNull(int field) {
        double value = readDouble(field);
        return isNull(field) ? null : (Double) value;
    }

    @Override
    public @Nullable BigDecimal decimal(int field) {
        return read(field, (row, column) -> codec.decimal(row, column, types.get(field)));
    }

    @Override
    public @Nullable Instant instant(int field) {
        int column = columns[field];
        if (column == 0) {
            return null;
        }
        long bit = field < Long.SIZE ? 1L << field : 0;
        try {
            if ((timed & bit) != 0) {
                return codec.nextInstant(result, column, types.get(field));
            }
            Instant instant = codec.instant(result, column, types.get(field));
            timed |= instant == null ? 0 : bit;
            return instant;
        } catch (SQLException e) {
            throw new UncheckedSqlException(e);
        }
    }

    @Override
    public @Nullable LocalDate date(int field) {
        return read(field, codec::date);
    }

    @Override
    public @Nullable LocalTime time(int field) {
        return read(field, (row, column) -> codec.time(row, column, types.get(field)));
    }

    @Override
    public @Nullable UUID uuid(int field) {
        return read(field, codec::uuid);
    }

    @Override
    public @Nullable Json json(int field) {
        return read(field, codec::json);
    }

    @Override
    public byte @Nullable [] bytes(int field) {
        return read(field, codec::bytes);
    }

    @Override
    public <E extends Enum<E>> @Nullable E enumeration(int field, Class<E> type) {
        String name = read(field, codec::string);
        return name == null ? null : enumConstant(name, type);
    }

    @Override
    @SuppressWarnings("unchecked") // The codec reads elements of the field's type.
    public <T> @Nullable List<T> list(int field, Class<T> elementType) {
        List<?> values = read(field, (row, column) -> codec.list(row, column, types.get(field)));
        if (values == null) {
            return columns[field] == 0 ? null : List.of();
        }
        if (elementType.isEnum()) {
            return values.stream()
                    .map(name -> enumConstant((String) name, elementType))
                    .toList();
        }
        return (List<T>) values;
    }

    private static <T> T enumConstant(String name, Class<T> type) {
        for (T constant : type.getEnumConstants()) {
            if (((MappedEnum) constant).databaseName().equals(name)) {
                return constant;
            }
        }
        throw new InconsistentColumnException(
                "The database holds a value that the enum `" + type.getSimpleName()
                        + "` does not have. Add it to the schema, or correct the data.",
                null);
    }
}
