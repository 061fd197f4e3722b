package dev.caspian.query;

import dev.caspian.error.InvalidQueryException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One group of records: what it was made by, and what was calculated over it.
 *
 * @param <M> the model
 */
public final class Group<M> {

    private final List<TypedField<M, ?>> fields;
    private final @Nullable Object[] key;
    private final AggregateResult<M> aggregates;

    /** Takes the values of the key in the order of the fields. */
    public Group(List<TypedField<M, ?>> fields, @Nullable Object[] key, AggregateResult<M> aggregates) {
        this.fields = List.copyOf(fields);
        this.key = key.clone();
        this.aggregates = aggregates;
    }

    /**
     * The value of a field that the groups are made by; null where the field is.
     *
     * @throws InvalidQueryException if the groups are not made by it
     */
    @SuppressWarnings({"unchecked", "NullAway"}) // The query engine reads each field as its type, which may be null.
    public <T> T get(TypedField<M, T> field) {
        int index = fields.indexOf(field);
        if (index < 0) {
            throw new InvalidQueryException("The groups are not made by `" + field + "`. Add it to the query's by(…).");
        }
        return (T) key[index];
    }

    /**
     * The value of an aggregate; null where no record of the group has a value, but a count is 0.
     *
     * @throws InvalidQueryException if the query did not select it
     */
    public <T> @Nullable T get(Aggregate<M, T> aggregate) {
        return aggregates.get(aggregate);
    }

    @Override
    public String toString() {
        return Arrays.toString(key) + " " + aggregates;
    }
}
