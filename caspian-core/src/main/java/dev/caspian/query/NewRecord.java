package dev.caspian.query;

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
}
