package dev.caspian.record;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes a record of a Json object: with the fields that the object has, as if a query had loaded them and no others.
 * Generated classes call it. Not thread-safe: confined to one call.
 *
 * @param <M> the model
 */
public final class RecordReader<M extends PrismaRecord> {

    private record Target(Class<?> type, boolean isMany) {}

    private static final String COUNTS = "_count";

    private final RecordType<M> type;
    private final JsonRecord json;
    private final Set<String> optional = new HashSet<>();
    private final Map<String, Target> targets = new LinkedHashMap<>();

    public RecordReader(RecordType<M> type, JsonRecord json) {
        this.type = type;
        this.json = json;
    }

    /** Fields and relations that may be null. */
    public RecordReader<M> optional(String... names) {
        optional.addAll(List.of(names));
        return this;
    }

    /** A relation to one record. */
    public RecordReader<M> one(String relation, Class<? extends PrismaRecord> target) {
        targets.put(relation, new Target(target, false));
        return this;
    }

    /** A relation to any number of records. */
    public RecordReader<M> many(String relation, Class<? extends PrismaRecord> target) {
        targets.put(relation, new Target(target, true));
        return this;
    }

    /** The record. */
    public M read() {
        BitSet fields = new BitSet();
        BitSet relations = new BitSet();
        @Nullable Object[] related = new Object[type.relations().size()];
        Map<String, Long> counted = Map.of();
        for (String name = json.next(); name != null; name = json.next()) {
            int field = type.fields().indexOf(name);
            int relation = type.relations().indexOf(name);
            if (field >= 0) {
                json.keep(name);
                fields.set(field);
            } else if (relation >= 0) {
                related[relation] = related(name);
                relations.set(relation);
            } else if (name.equals(COUNTS)) {
                counted = counts();
            } else {
                json.unknown(name, type.recordClass());
            }
        }
        BitSet counts = new BitSet();
        counted.keySet().forEach(relation -> counts.set(type.relations().indexOf(relation)));
        M record = type.read(new JsonRow(json, new Loaded(type, fields, relations, counts), optional));
        relations.stream().forEach(relation -> type.relate(record, relation, related[relation]));
        counted.forEach((relation, count) -> type.count(record, type.relations().indexOf(relation), count));
        return record;
    }

    private @Nullable Object related(String name) {
        Target target = Objects.requireNonNull(targets.get(name), "A relation without a class");
        String refusal = "`" + type.model() + "." + name + "` must be "
                + (target.isMany() ? "a list of records." : "a record. It is required, and was null.");
        Object value = target.isMany() ? json.many(name, target.type()) : json.one(name, target.type());
        if (value == null && !optional.contains(name)) {
            throw json.refused(name, refusal);
        }
        return value instanceof List<?> records ? withoutNull(json, name, records, refusal) : value;
    }

    private Map<String, Long> counts() {
        String refusal = "`" + type.model() + "." + COUNTS + "` must have a number for each relation that it names.";
        Map<String, @Nullable Long> given = json.counts(COUNTS, refusal);
        if (given == null) {
            throw json.refused(COUNTS, refusal);
        }
        Map<String, Long> counts = new LinkedHashMap<>();
        given.forEach((relation, count) -> {
            Target target = targets.get(relation);
            if (target == null || !target.isMany() || count == null) {
                throw json.refused(COUNTS, refusal);
            }
            counts.put(relation, count);
        });
        return counts;
    }

    /** The elements of a list, as one that cannot be changed. */
    static <T> List<T> withoutNull(JsonRecord json, String name, List<? extends @Nullable T> given, String refusal) {
        List<T> values = new ArrayList<>(given.size());
        for (T value : given) {
            if (value == null) {
                throw json.refused(name, refusal + " One of its elements was null.");
            }
            values.add(value);
        }
        return List.copyOf(values);
    }
}
