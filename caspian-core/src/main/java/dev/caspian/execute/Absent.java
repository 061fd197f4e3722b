package dev.caspian.execute;

import dev.caspian.error.RecordNotFoundException;
import dev.caspian.schema.Model;
import dev.caspian.schema.RelationField;

/** Makes the errors of records that had to be there (P2025). */
final class Absent {

    private Absent() {}

    static RecordNotFoundException record(Model model) {
        return record(model.name());
    }

    static RecordNotFoundException record(String model) {
        return new RecordNotFoundException("No record of the model `" + model + "` fulfils the condition.");
    }

    /**
     * A related record that had to be there.
     *
     * @param done what was to be done with it, for example {@code connected}
     */
    static RecordNotFoundException related(RelationField relation, String done) {
        return new RecordNotFoundException("No record of the model `"
                + relation.target().name() + "` can be " + done + " through `" + relation
                + "`: none fulfils the condition.");
    }
}
