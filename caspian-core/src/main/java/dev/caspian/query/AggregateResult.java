package dev.caspian.query;

import dev.caspian.error.InvalidQueryException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an aggregation calculated, read by its keys: {@code stats.get(amount)}.
 *
 * @param <M> the model
 */
public final class AggregateResult<M> {

    private final List<Aggregate<M, ?>> aggregates;
    private final @Nullable Object[] values;

    /** Takes the values in the order of the aggregates. */
    public AggregateResult(List<Aggregate<M, ?>> aggregates, @Nullable Object[] values) {
        this.aggregates = List.copyOf(aggregates);
        this.values = values.clone();
    }

    /**
     * The value of one aggregate; null where no record has a value, but a count is 0.
     *
     * @throws InvalidQueryException if the query did not select it
     */
    @SuppressWarnings("unchecked") // The query engine reads each aggregate as its type.
    public <T> @Nullable T get(Aggregate<M, T> aggregate) {
        int index = aggregates.indexOf(aggregate);
        if (index < 0) {
            throw new InvalidQueryException("`" + aggregate + "` was not calculated. Add it to the query's select(…).");
        }
        return (T) values[index];
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("{");
        for (int i = 0; i < values.length; i++) {
            text.append(i == 0 ? "" : ", ")
                    .append(aggregates.get(i))
                    .append('=')
                    .append(values[i]);
        }
        return text.append('}').toString();
    }
}
