package dev.caspian.record;

import dev.caspian.query.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The scalar values of one record, by the position of the field among its model's scalar fields.
 *
 * <p>A field that was not loaded reads as null, 0 or false: {@link #loaded()} tells the difference.
 */
public interface Row {

    /** Which fields and relations the record has. */
    Loaded loaded();

    @Nullable String string(int field);

    boolean booleanValue(int field);

    @Nullable Boolean booleanOrNull(int field);

    int intValue(int field);

    @Nullable Integer intOrNull(int field);

    long longValue(int field);

    @Nullable Long longOrNull(int field);

    double doubleValue(int field);

    @Nullable Double doubleOrNull(int field);

    @Nullable BigDecimal decimal(int field);

    @Nullable Instant instant(int field);

    @Nullable LocalDate date(int field);

    @Nullable LocalTime time(int field);

    @Nullable UUID uuid(int field);

    @Nullable Json json(int field);

    byte @Nullable [] bytes(int field);

    <E extends Enum<E>> @Nullable E enumeration(int field, Class<E> type);

    /** A scalar list with elements of this type, which is the boxed type of the field kind. */
    <T> @Nullable List<T> list(int field, Class<T> elementType);
}
