package dev.caspian.migrate.diff;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a migration may do to the data of a database.
 *
 * @param warnings what may lose data
 * @param unexecutable what fails while there is data
 */
public record DataLoss(List<Finding> warnings, List<Finding> unexecutable) {

    public DataLoss {
        warnings = List.copyOf(warnings);
        unexecutable = List.copyOf(unexecutable);
    }

    /** The same with more that fails. */
    public DataLoss with(List<Finding> moreUnexecutable) {
        return new DataLoss(
                warnings,
                Stream.concat(unexecutable.stream(), moreUnexecutable.stream()).toList());
    }

    public boolean isEmpty() {
        return warnings.isEmpty() && unexecutable.isEmpty();
    }
}
