package dev.caspian.execute;

import dev.caspian.error.InvalidQueryException;
import dev.caspian.query.Assignment;
import dev.caspian.query.FieldAssignment;
import dev.caspian.query.NewRecord;
import dev.caspian.schema.Arity;
import dev.caspian.schema.Model;
import dev.caspian.schema.ScalarField;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The values that one operation writes: what it was given, and what the client adds. All its records get the same time. */
final class RowValues {

    private final FieldWriter fields;
    private final DefaultValues defaults;
    private final Instant now;

    RowValues(FieldWriter fields, DefaultValues defaults, Instant now) {
        this.fields = fields;
        this.defaults = defaults;
        this.now = now;
    }

    /** The fields of a new record that were given. */
    Map<ScalarField, @Nullable Object> given(Model model, NewRecord<?> record) {
        Map<ScalarField, @Nullable Object> row = new LinkedHashMap<>();
        for (Assignment<?> assignment : record.assignments()) {
            if (assignment instanceof FieldAssignment.Set<?> set) {
                put(model, model.scalarField(set.field().name()), set.value(), row);
            }
        }
        return row;
    }

    private static void put(
            Model model, ScalarField field, @Nullable Object value, Map<ScalarField, @Nullable Object> row) {
        requireValue(model, field, value);
        row.put(field, value);
    }

    private static void requireValue(Model model, ScalarField field, @Nullable Object value) {
        if (value == null && field.arity() == Arity.REQUIRED) {
            throw new InvalidQueryException(
                    "`" + model.name() + "." + field.name() + "` is required and cannot be null.");
        }
    }

    /** Adds the client's defaults for fields that have no value, and brings the fields in the order of the model. */
    Map<ScalarField, @Nullable Object> complete(Model model, Map<ScalarField, @Nullable Object> row) {
        Map<ScalarField, @Nullable Object> complete = new LinkedHashMap<>();
        for (ScalarField field : model.scalarFields()) {
            Object given = row.get(field);
            boolean isGiven = given != null || row.containsKey(field);
            Object value = isGiven ? given : defaults.of(field, now);
            if (isGiven || value != null) {
                complete.put(field, value);
            }
        }
        return complete;
    }

    /** The assignments, and the time for {@code @updatedAt} fields that have none. Nothing at all stays nothing. */
    List<FieldAssignment<?>> stamped(Model model, List<? extends FieldAssignment<?>> assignments) {
        List<FieldAssignment<?>> all = new ArrayList<>(assignments);
        Set<String> assigned = new LinkedHashSet<>();
        for (FieldAssignment<?> assignment : assignments) {
            if (!assigned.add(assignment.field().name())) {
                throw new InvalidQueryException("`" + assignment.field() + "` is written twice in the same update.");
            }
            if (assignment instanceof FieldAssignment.Set<?> set) {
                requireValue(model, model.scalarField(set.field().name()), set.value());
            }
        }
        if (all.isEmpty()) {
            return all;
        }
        for (ScalarField field : model.scalarFields()) {
            if (field.updatedAt() && !assigned.contains(field.name())) {
                all.add(fields.set(model, field, DefaultValues.time(field.type(), now)));
            }
        }
        return all;
    }
}
