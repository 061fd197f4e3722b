package dev.caspian.record;

import dev.caspian.error.InvalidQueryException;
import dev.caspian.query.FieldValue;
import dev.caspian.query.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.BitSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of values that were given by a program, for records without a database. */
final class ValuesRow implements Row {

    private final Loaded loaded;
    private final @Nullable Object[] values;

    private ValuesRow(Loaded loaded, @Nullable Object[] values) {
        this.loaded = loaded;
        this.values = values;
    }

    static <M extends PrismaRecord> M make(RecordType<M> type, List<FieldValue<M>> given) {
        @Nullable Object[] values = new Object[type.fields().size()];
        BitSet fields = new BitSet();
        BitSet relations = new BitSet();
        for (FieldValue<M> value : given) {
            int field = type.fields().indexOf(value.field());
            if (field >= 0) {
                fields.set(field);
                values[field] = value.value();
            } else {
                relations.set(type.relations().indexOf(value.field()));
            }
        }
        M record = type.read(new ValuesRow(new Loaded(type, fields, relations, new BitSet()), values));
        for (FieldValue<M> value : given) {
            int relation = type.relations().indexOf(value.field());
            if (relation >= 0) {
                type.relate(record, relation, value.value());
            }
        }
        return record;
    }

    @Override
    public Loaded loaded() {
        return loaded;
    }

    private <T> @Nullable T get(int field, Class<T> type) {
        return type.cast(values[field]);
    }

    private <T> T getOr(int field, Class<T> type, T absent) {
        T value = get(field, type);
        if (value == null && loaded.field(field)) {
            throw new InvalidQueryException("`" + loaded.type().model() + "."
                    + loaded.type().fields().get(field) + "` is required and cannot be null.");
        }
        return value == null ? absent : value;
    }

    @Override
    public @Nullable String string(int field) {
        return get(field, String.class);
    }

    @Override
    public boolean booleanValue(int field) {
        return getOr(field, Boolean.class, false);
    }

    @Override
    public @Nullable Boolean booleanOrNull(int field) {
        return get(field, Boolean.class);
    }

    @Override
    public int intValue(int field) {
        return getOr(field, Integer.class, 0);
    }

    @Override
    public @Nullable Integer intOrNull(int field) {
        return get(field, Integer.class);
    }

    @Override
    public long longValue(int field) {
        return getOr(field, Long.class, 0L);
    }

    @Override
    public @Nullable Long longOrNull(int field) {
        return get(field, Long.class);
    }

    @Override
    public double doubleValue(int field) {
        return getOr(field, Double.class, 0.0);
    }

    @Override
    public @Nullable Double doubleOrNull(int field) {
        return get(field, Double.class);
    }

    @Override
    public @Nullable BigDecimal decimal(int field) {
        return get(field, BigDecimal.class);
    }

    @Override
    public @Nullable Instant instant(int field) {
        return get(field, Instant.class);
    }

    @Override
    public @Nullable LocalDate date(int field) {
        return get(field, LocalDate.class);
    }

    @Override
    public @Nullable LocalTime time(int field) {
        return get(field, LocalTime.class);
    }

    @Override
    public @Nullable UUID uuid(int field) {
        return get(field, UUID.class);
    }

    @Override
    public @Nullable Json json(int field) {
        return get(field, Json.class);
    }

    @Override
    public byte @Nullable [] bytes(int field) {
        return get(field, byte[].class);
    }

    @Override
    public <E extends Enum<E>> @Nullable E enumeration(int field, Class<E> type) {
        return get(field, type);
    }

    @Override
    @SuppressWarnings("unchecked") // Typed by the field that made the value.
    public <T> @Nullable List<T> list(int field, Class<T> elementType) {
        return (List<T>) values[field];
    }
}
