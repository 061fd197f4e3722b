package dev.caspian.jdbc;

import dev.caspian.provider.NativeType;
import dev.caspian.provider.ScalarType;
import dev.caspian.sql.ColumnType;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAdjuster;
import java.util.List;

/** Native types whose values need care. */
final class NativeTypes {

    private static final int MILLISECONDS = 3;
    private static final int MICROSECONDS = 6;

    private NativeTypes() {}

    static boolean isUuid(ColumnType type) {
        return is(type, "Uuid");
    }

    static boolean isDate(ColumnType type) {
        return is(type, "Date");
    }

    static boolean isTime(ColumnType type) {
        return is(type, "Time") || is(type, "Timetz");
    }

    /** The type of a DateTime column of this native type. */
    static ColumnType dateTime(String name) {
        return new ColumnType(ScalarType.DATE_TIME, new NativeType(name, List.of()), null, false);
    }

    static boolean is(ColumnType type, String name) {
        return type.nativeType() != null && type.nativeType().name().equals(name);
    }

    /** A point in time with as many digits as its column has, which would round: later must not become of it. */
    static Instant cut(Instant instant, ColumnType type) {
        return type.type() == ScalarType.DATE_TIME ? instant.with(fraction(type)) : instant;
    }

    /** A time of day with as many digits as its column has. */
    static LocalTime cut(LocalTime time, ColumnType type) {
        return type.type() == ScalarType.DATE_TIME ? time.with(fraction(type)) : time;
    }

    private static TemporalAdjuster fraction(ColumnType type) {
        long unit = 1;
        for (int digit = digits(type); digit < 9; digit++) {
            unit *= 10;
        }
        long smallest = unit;
        return time -> {
            long nanos = time.getLong(ChronoField.NANO_OF_SECOND);
            return time.with(ChronoField.NANO_OF_SECOND, nanos - nanos % smallest);
        };
    }

    private static int digits(ColumnType type) {
        if (type.nativeType() == null) {
            return MILLISECONDS;
        }
        List<Integer> precision = type.nativeType().arguments();
        return precision.isEmpty() ? MICROSECONDS : precision.get(0);
    }
}
