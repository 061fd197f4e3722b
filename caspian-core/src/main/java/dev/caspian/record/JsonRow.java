package dev.caspian.record;

import dev.caspian.query.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of values that a Json object has. The generated class says of each what it is, by the method that it calls. */
final class JsonRow implements Row {

    private static final Json NULL = Json.parse("null");

    private final JsonRecord json;
    private final Loaded loaded;
    private final Set<String> optional;

    JsonRow(JsonRecord json, Loaded loaded, Set<String> optional) {
        this.json = json;
        this.loaded = loaded;
        this.optional = optional;
    }

    @Override
    public Loaded loaded() {
        return loaded;
    }

    private String name(int field) {
        return loaded.type().fields().get(field);
    }

    private <T> @Nullable T get(int field, Class<T> type, String expected) {
        if (!loaded.field(field)) {
            return null;
        }
        String refusal = refusal(field, expected);
        return orRefused(field, json.value(name(field), type, refusal), refusal);
    }

    private String refusal(int field, String expected) {
        return "`" + loaded.type().model() + "." + name(field) + "` must be " + expected + ".";
    }

    private <T> @Nullable T orRefused(int field, @Nullable T value, String refusal) {
        if (value == null && !optional.contains(name(field))) {
            throw json.refused(name(field), refusal + " It is required, and was null.");
        }
        return value;
    }

    private <T> T getOr(int field, Class<T> type, String expected, T absent) {
        T value = get(field, type, expected);
        return value == null ? absent : value;
    }

    @Override
    public @Nullable String string(int field) {
        return get(field, String.class, "a string");
    }

    @Override
    public boolean booleanValue(int field) {
        return getOr(field, Boolean.class, "true or false", false);
    }

    @Override
    public @Nullable Boolean booleanOrNull(int field) {
        return get(field, Boolean.class, "true or false");
    }

    @Override
    public int intValue(int field) {
        return getOr(field, Integer.class, "a whole number of 32 bits", 0);
    }

    @Override
    public @Nullable Integer intOrNull(int field) {
        return get(field, Integer.class, "a whole number of 32 bits");
    }

    @Override
    public long longValue(int field) {
        return getOr(field, Long.class, "a whole number of 64 bits", 0L);
    }

    @Override
    public @Nullable Long longOrNull(int field) {
        return get(field, Long.class, "a whole number of 64 bits");
    }

    @Override
    public double doubleValue(int field) {
        return getOr(field, Double.class, "a number", 0.0);
    }

    @Override
    public @Nullable Double doubleOrNull(int field) {
        return get(field, Double.class, "a number");
    }

    @Override
    public @Nullable BigDecimal decimal(int field) {
        return get(field, BigDecimal.class, "a number");
    }

    @Override
    public @Nullable Instant instant(int field) {
        return get(field, Instant.class, "a point in time such as `2026-01-31T12:00:00Z`");
    }

    @Override
    public @Nullable LocalDate date(int field) {
        return get(field, LocalDate.class, "a date such as `2026-01-31`");
    }

    @Override
    public @Nullable LocalTime time(int field) {
        return get(field, LocalTime.class, "a time such as `12:00:00`");
    }

    @Override
    public @Nullable UUID uuid(int field) {
        return get(field, UUID.class, "a UUID");
    }

    /** The document {@code null} is a value of a required field, which has no other null. */
    @Override
    public @Nullable Json json(int field) {
        if (!loaded.field(field)) {
            return null;
        }
        Json value = json.value(name(field), Json.class, refusal(field, "Json"));
        return value == null && !optional.contains(name(field)) ? NULL : value;
    }

    @Override
    public byte @Nullable [] bytes(int field) {
        return get(field, byte[].class, "bytes in Base64");
    }

    @Override
    public <E extends Enum<E>> @Nullable E enumeration(int field, Class<E> type) {
        return get(field, type, "a value of the enum `" + type.getSimpleName() + "`");
    }

    @Override
    public <T> @Nullable List<T> list(int field, Class<T> elementType) {
        if (!loaded.field(field)) {
            return null;
        }
        String refusal = refusal(field, "a list with elements of the type `" + elementType.getSimpleName() + "`");
        List<@Nullable T> values = json.list(name(field), elementType, refusal);
        if (values == null) {
            throw json.refused(name(field), refusal + " It is required, and was null.");
        }
        if (elementType == Json.class) {
            values.replaceAll(value -> value == null ? elementType.cast(NULL) : value);
        }
        return RecordReader.withoutNull(json, name(field), values, refusal);
    }
}
