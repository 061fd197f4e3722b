package dev.caspian.query;

import java.util.ArrayList;
import java.util.List;

/**
 * The values of a record that is to be created.
 *
 * @param assignments at most one for each field
 * @param <M> the model
 */
public record NewRecord<M>(List<Assignment<M>> assignments) {

    public NewRecord {
        assignments = List.copyOf(assignments);
    }

    /** The same record with other values, which replace those of the same fields. */
    public NewRecord<M> with(List<FieldAssignment<M>> others) {
        List<Assignment<M>> all = new ArrayList<>(assignments);
        FieldAssignment.replace(all, others);
        return new NewRecord<>(all);
    }
}
