package dev.caspian.jdbc;

import dev.caspian.error.InvalidQueryException;
import dev.caspian.query.MappedEnum;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Brings what an application may give a raw query to the types that the client itself has. */
final class ParameterValue {

    /** Deeper lists are refused, so that none exhausts the stack; those of a database's types are less deep by far. */
    private static final int DEEPEST = 100;

    private ParameterValue() {}

    static @Nullable Object of(@Nullable Object value) {
        return of(value, 0);
    }

    private static @Nullable Object of(@Nullable Object value, int depth) {
        if (value instanceof Short || value instanceof Byte) {
            return ((Number) value).intValue();
        } else if (value instanceof Float number) {
            // The nearest double of a float has digits that nobody wrote.
            return Double.valueOf(number.toString());
        } else if (value instanceof BigInteger number) {
            return new BigDecimal(number);
        } else if (value instanceof Character || value instanceof StringBuilder) {
            return value.toString();
        } else if (value instanceof Enum<?> constant && !(value instanceof MappedEnum)) {
            return constant.name();
        } else if (value instanceof Collection<?> elements) {
            return list(elements, depth + 1);
        } else if (value != null && value.getClass().isArray() && !(value instanceof byte[])) {
            List<@Nullable Object> elements = new ArrayList<>();
            for (int i = 0; i < Array.getLength(value); i++) {
                elements.add(Array.get(value, i));
            }
            return list(elements, depth + 1);
        }
        return time(value);
    }

    private static List<@Nullable Object> list(Collection<? extends @Nullable Object> elements, int depth) {
        if (depth > DEEPEST) {
            throw new InvalidQueryException("A list for a parameter of a raw query is nested more than " + DEEPEST
                    + " deep, or contains itself. Give one that is less deep, or a text of Json.");
        }
        List<@Nullable Object> list = new ArrayList<>();
        elements.forEach(element -> list.add(of(element, depth)));
        return list;
    }

    private static @Nullable Object time(@Nullable Object value) {
        if (value instanceof OffsetDateTime time) {
            return time.toInstant();
        } else if (value instanceof ZonedDateTime time) {
            return time.toInstant();
        } else if (value instanceof java.sql.Date date) {
            return date.toLocalDate();
        } else if (value instanceof java.sql.Time time) {
            return time.toLocalTime();
        } else if (value instanceof Date date) {
            return date.toInstant();
        }
        return value;
    }
}
