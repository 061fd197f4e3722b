package dev.caspian.execute;

import dev.caspian.jdbc.ValueCodec;
import dev.caspian.plan.KeyColumns;
import dev.caspian.plan.ReadPlan;
import dev.caspian.query.MappedEnum;
import dev.caspian.record.PrismaRecord;
import dev.caspian.record.RecordType;
import dev.caspian.schema.ScalarField;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The values by which records of two results belong together: one value, or a list for a key of several fields. Immutable. */
final class Key {

    private final KeyColumns columns;

    /** For each column the field of the records that it was read into, or -1. */
    private final int[] fields;

    /** The key of the records of a plan that has these columns. */
    Key(KeyColumns columns, ReadPlan plan) {
        this.columns = columns;
        this.fields =
                columns.columns().stream().mapToInt(plan.columns()::indexOf).toArray();
    }

    /** The key of a record that was made of the current row, or null where a part of it is NULL. */
    <M extends PrismaRecord> @Nullable Object of(M record, RecordType<M> type, ResultSet row, ValueCodec codec)
            throws SQLException {
        if (fields.length == 1) {
            return part(0, record, type, row, codec);
        }
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < fields.length; i++) {
            Object value = part(i, record, type, row, codec);
            if (value == null) {
                return null;
            }
            values.add(value);
        }
        return values;
    }

    /** What has been read into the record is not read again. */
    private <M extends PrismaRecord> @Nullable Object part(
            int i, M record, RecordType<M> type, ResultSet row, ValueCodec codec) throws SQLException {
        if (fields[i] < 0) {
            return codec.value(row, columns.columns().get(i), columns.types().get(i));
        }
        Object value = type.value(record, fields[i]);
        return value instanceof MappedEnum constant ? constant.databaseName() : value;
    }

    /** The key in a row that was read as a whole. */
    static Object of(Map<ScalarField, @Nullable Object> row, List<ScalarField> key) {
        List<Object> values = new ArrayList<>();
        for (ScalarField field : key) {
            values.add(Objects.requireNonNull(row.get(field)));
        }
        return values.size() == 1 ? values.get(0) : values;
    }

    /** The key as something that equals the same key of another result. */
    static Object comparable(Object key) {
        if (key instanceof byte[] bytes) {
            return ByteBuffer.wrap(bytes);
        } else if (key instanceof BigDecimal decimal) {
            return decimal.stripTrailingZeros();
        } else if (key instanceof Double number) {
            // The two zeros are the same key.
            return number + 0.0;
        } else if (key instanceof Integer number) {
            return number.longValue();
        } else if (key instanceof List<?> values) {
            return values.stream().map(Key::comparable).toList();
        }
        return key;
    }
}
