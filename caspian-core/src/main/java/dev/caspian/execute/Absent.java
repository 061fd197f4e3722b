package dev.caspian.execute;

import dev.caspian.error.NullConstraintException;
import dev.caspian.error.RecordNotFoundException;
import dev.caspian.schema.Model;
import dev.caspian.schema.RelationField;
import dev.caspian.schema.ScalarField;
import java.util.List;
import java.util.stream.Collectors;

/** Makes the errors of records that had to be there (P2025), and of keys that had to have a value (P2011). */
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

    /** A key by which records refer to a record, and which has no value there. */
    static NullConstraintException key(Model referred, List<ScalarField> key) {
        String fields =
                key.stream().map(field -> referred.name() + "." + field.name()).collect(Collectors.joining("`, `"));
        return new NullConstraintException(
                "No record can refer to one that has no value in `" + fields + "`. Give it one first.", null);
    }
}
