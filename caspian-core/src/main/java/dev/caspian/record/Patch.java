package dev.caspian.record;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.caspian.error.FieldNotAllowedException;
import dev.caspian.query.FieldAssignment;
import dev.caspian.query.Given;
import dev.caspian.query.TypedField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What somebody wants changed in a record: the body of an HTTP PATCH as a JSON merge patch (RFC 7396). Immutable.
 *
 * <p>A field that was not sent stays as it is, null clears an optional field, and a value is written:
 * {@code prisma.user().update(User.ID.eq(id), patch.only(User.NAME, User.EMAIL))}.
 *
 * @param <M> the model
 */
public final class Patch<M extends PrismaRecord> {

    private final M record;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    private Patch(M record) {
        this.record = record;
    }

    /** A patch that changes what the record has, for tests: {@code Patch.of(User.of(User.NAME.value(null)))}. */
    public static <M extends PrismaRecord> Patch<M> of(M record) {
        return new Patch<>(record);
    }

    /** What was sent, as a record with these fields and no others. */
    @JsonValue
    public M record() {
        return record;
    }

    /** Whether the field was sent, be it with a value or with null. */
    public boolean has(TypedField<M, ?> field) {
        return record.toMap().containsKey(field.name());
    }

    /**
     * What to write, in the order of the model's fields; none for a field that was not sent.
     *
     * @param allowed all fields that may be changed
     * @throws FieldNotAllowedException if anything else was sent
     */
    @SafeVarargs
    public final List<FieldAssignment<M>> only(TypedField<M, ?>... allowed) {
        Map<String, TypedField<M, ?>> fields = new HashMap<>();
        for (TypedField<M, ?> field : allowed) {
            fields.put(Given.value(field, "only(…)").name(), field);
        }
        List<FieldAssignment<M>> assignments = new ArrayList<>();
        record.toMap().forEach((name, value) -> {
            TypedField<M, ?> field = fields.get(name);
            if (field == null) {
                throw new FieldNotAllowedException("`" + record.model() + "." + name
                        + "` was sent, and is not among the fields that this call may change.");
            }
            assignments.add(new FieldAssignment.Set<>(field, value));
        });
        return List.copyOf(assignments);
    }
}
