package dev.caspian.execute;

import dev.caspian.jdbc.ValueCodec;
import dev.caspian.plan.KeyColumns;
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

/** The values by which records of two results belong together: one value, or a list for a key of several fields. */
final class Key {

    private Key() {}

    /** The key in the current row, or null where a part of it is NULL. */
    static @Nullable Object read(ResultSet row, KeyColumns key, ValueCodec codec) throws SQLException {
        if (key.columns().size() == 1) {
            return codec.value(row, key.columns().get(0), key.types().get(0));
        }
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < key.columns().size(); i++) {
            Object value = codec.value(row, key.columns().get(i), key.types().get(i));
            if (value == null) {
                return null;
            }
            values.add(value);
        }
        return values;
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
