package dev.caspian.execute;

import dev.caspian.schema.Model;
import dev.caspian.schema.ScalarField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of a row that is going to be inserted, in the order of its model's fields. Confined to one operation.
 *
 * <p>An array, not a map: there may be thousands of them.
 */
final class NewRow {

    private static final Object ABSENT = new Object();

    private final List<ScalarField> fields;
    private final @Nullable Object[] values;

    /** Where a field is looked for first: behind the one before, as most records give theirs in order. */
    private int next;

    NewRow(Model model) {
        this.fields = model.scalarFields();
        this.values = new Object[fields.size()];
        Arrays.fill(values, ABSENT);
    }

    /** Sets the field of this name, and returns it. */
    ScalarField set(String name, @Nullable Object value) {
        int position = position(name);
        values[position] = value;
        return fields.get(position);
    }

    void setAll(Map<ScalarField, @Nullable Object> others) {
        others.forEach((field, value) -> set(field.name(), value));
    }

    private int position(String name) {
        for (int i = 0; i < values.length; i++) {
            int position = next;
            next = next + 1 == values.length ? 0 : next + 1;
            if (fields.get(position).name().equals(name)) {
                return position;
            }
        }
        throw new IllegalArgumentException("The model has no scalar field `" + name + "`.");
    }

    /** The value of a field; null also where it has none. */
    @Nullable Object get(ScalarField field) {
        Object value = values[position(field.name())];
        return value == ABSENT ? null : value;
    }

    /** Gives the fields that have no value these ones; null leaves a field without a value. */
    void complete(DefaultValue defaults) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] == ABSENT) {
                Object value = defaults.of(fields.get(i));
                values[i] = value == null ? ABSENT : value;
            }
        }
    }

    /** The value of a field that was not given, or null if there is none. */
    @FunctionalInterface
    interface DefaultValue {
        @Nullable Object of(ScalarField field);
    }

    /** The fields that have values. */
    List<ScalarField> columns() {
        List<ScalarField> columns = new ArrayList<>(values.length);
        for (int i = 0; i < values.length; i++) {
            if (values[i] != ABSENT) {
                columns.add(fields.get(i));
            }
        }
        return columns;
    }

    /** Whether the same fields have values as in another row of the model. */
    boolean hasColumnsOf(NewRow other) {
        for (int i = 0; i < values.length; i++) {
            if ((values[i] == ABSENT) != (other.values[i] == ABSENT)) {
                return false;
            }
        }
        return true;
    }

    /** The values of its columns. */
    List<@Nullable Object> values() {
        List<@Nullable Object> present = new ArrayList<>(values.length);
        addTo(present);
        return present;
    }

    void addTo(List<@Nullable Object> rows) {
        for (Object value : values) {
            if (value != ABSENT) {
                rows.add(value);
            }
        }
    }
}
