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
import java.util.LinkedHashSet;
import java.util.List;
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
    NewRow given(Model model, NewRecord<?> record) {
        NewRow row = new NewRow(model);
        for (Assignment<?> assignment : record.assignments()) {
            if (assignment instanceof FieldAssignment.Set<?> set) {
                requireValue(model, row.set(set.field().name(), set.value()), set.value());
            }
        }
        return row;
    }

    private static void requireValue(Model model, ScalarField field, @Nullable Object value) {
        if (value == null && field.arity() == Arity.REQUIRED) {
            throw new InvalidQueryException(
                    "`" + model.name() + "." + field.name() + "` is required and cannot be null.");
        }
    }

    /** Adds the client's defaults for fields that have no value. */
    NewRow complete(NewRow row) {
        row.complete(field -> defaults.of(field, now));
        return row;
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
