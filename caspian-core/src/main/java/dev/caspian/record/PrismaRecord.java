package dev.caspian.record;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.caspian.error.FieldNotLoadedException;
import dev.caspian.query.ReadToMany;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A record of a model, with exactly the fields and relations that its query loaded; generated model classes extend it.
 *
 * <p>{@code toString}, {@code equals}, {@code hashCode} and Json see what was loaded and nothing else. Reading anything
 * that was not loaded throws {@link FieldNotLoadedException}: there are no lazy queries.
 */
public abstract class PrismaRecord {

    private final Loaded loaded;

    // Written by the query engine before anybody else sees the record.
    private long @Nullable [] counts;

    protected PrismaRecord(Row row) {
        loaded = row.loaded();
    }

    /** The value of a scalar field, or behind them of a relation, by position. */
    protected abstract @Nullable Object value(int position);

    /** Refuses to read a scalar field that was not loaded. */
    protected final void requireField(int position) {
        if (!loaded.field(position)) {
            throw notLoaded(loaded.type().fields().get(position), ".select(…)");
        }
    }

    /** The value of a required field; refuses to read it if it was not loaded. */
    protected final <T> T requireField(int position, @Nullable T value) {
        requireField(position);
        return required(loaded.type().fields().get(position), value);
    }

    /** Refuses to read a relation that was not loaded. */
    protected final void requireRelation(int position) {
        if (!loaded.relation(position)) {
            throw notLoaded(loaded.type().relations().get(position), ".include(…)");
        }
    }

    /** The record or the records of a relation that always has them; refuses to read it if it was not loaded. */
    protected final <T> T requireRelation(int position, @Nullable T value) {
        requireRelation(position);
        return required(loaded.type().relations().get(position), value);
    }

    private <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw loaded.type().withoutValue(field);
        }
        return value;
    }

    private FieldNotLoadedException notLoaded(String field, String method) {
        String name = loaded.type().model() + "." + field;
        return new FieldNotLoadedException(
                "`" + name + "` was not loaded. Add it to the query's " + method + " to read it.");
    }

    /**
     * The number of related records, of a query with {@code include(User.POSTS.count())}.
     *
     * @throws FieldNotLoadedException if the query did not count them
     */
    public final long count(ReadToMany<?, ?> relation) {
        int position = loaded.type().relations().indexOf(relation.name());
        if (position < 0 || counts == null || !loaded.count(position)) {
            throw notLoaded(relation.name() + ".count()", ".include(…)");
        }
        return counts[position];
    }

    /** The name of the model in the schema. */
    String model() {
        return loaded.type().model();
    }

    void count(int relation, long count) {
        if (counts == null) {
            counts = new long[loaded.type().relations().size()];
        }
        counts[relation] = count;
    }

    /** What was loaded, by name in the schema: scalar fields, then relations, then {@code _count}. */
    @JsonValue
    public final Map<String, @Nullable Object> toMap() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        List<String> fields = loaded.type().fields();
        for (int i = 0; i < fields.size(); i++) {
            if (loaded.field(i)) {
                map.put(fields.get(i), value(i));
            }
        }
        List<String> relations = loaded.type().relations();
        Map<String, Long> counted = new LinkedHashMap<>();
        for (int i = 0; i < relations.size(); i++) {
            if (loaded.relation(i)) {
                map.put(relations.get(i), value(fields.size() + i));
            }
            if (counts != null && loaded.count(i)) {
                counted.put(relations.get(i), counts[i]);
            }
        }
        if (!counted.isEmpty()) {
            map.put("_count", counted);
        }
        return map;
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        if (!(other instanceof PrismaRecord that) || !loaded.sameAs(that.loaded)) {
            return false;
        }
        int size = loaded.type().fields().size() + loaded.type().relations().size();
        for (int i = 0; i < size; i++) {
            if (!Objects.deepEquals(value(i), that.value(i))) {
                return false;
            }
        }
        return Arrays.equals(counts, that.counts);
    }

    @Override
    public final int hashCode() {
        int size = loaded.type().fields().size() + loaded.type().relations().size();
        int hash = Arrays.hashCode(counts);
        for (int i = 0; i < size; i++) {
            Object value = value(i);
            hash = 31 * hash + (value instanceof byte[] bytes ? Arrays.hashCode(bytes) : Objects.hashCode(value));
        }
        return hash;
    }

    @Override
    public final String toString() {
        StringBuilder text = new StringBuilder(loaded.type().model()).append('(');
        toMap().forEach((name, value) -> text.append(text.charAt(text.length() - 1) == '(' ? "" : ", ")
                .append(name)
                .append('=')
                .append(value instanceof byte[] bytes ? bytes.length + " bytes" : value));
        return text.append(')').toString();
    }
}
