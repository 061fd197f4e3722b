package dev.caspian.query;

import dev.caspian.error.InvalidQueryException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Refuses null where a query needs something, and names the place: {@code where(…)}.
 *
 * <p>Null is a value that somebody forgot. Were it left out, a query would find more records than it was meant to.
 */
public final class Given {

    private Given() {}

    /** The value, which is none of the database. */
    public static <T> T value(@Nullable T value, String place) {
        if (value == null) {
            throw new InvalidQueryException(
                    "`" + place + "` was given null. Leave it out, or give it what the query is about.");
        }
        return value;
    }

    /** The value that a field or relation was given. */
    static <T> T value(@Nullable T value, Object owner, String call) {
        return value == null ? value(value, owner + "." + call) : value;
    }

    /** All values of a call with any number of them. */
    static <T> List<T> all(@Nullable T @Nullable [] values, String place) {
        return all(Arrays.asList(value(values, place)), place);
    }

    /** All values that a field or relation was given. */
    static <T> List<T> all(@Nullable T @Nullable [] values, Object owner, String call) {
        for (T value : value(values, owner, call)) {
            value(value, owner, call);
        }
        return all(values, call);
    }

    /** All values of a collection. */
    static <T> List<T> all(@Nullable Collection<? extends @Nullable T> values, String place) {
        List<T> all = new ArrayList<>(value(values, place).size());
        for (T value : value(values, place)) {
            all.add(value(value, place));
        }
        return all;
    }

    /** What a lambda makes of a query that was just begun. */
    public static <Q> Q filled(@Nullable UnaryOperator<Q> lambda, Q begun, String place) {
        Q filled = value(lambda, place).apply(begun);
        if (filled == null) {
            throw new InvalidQueryException(
                    "The lambda of `" + place + "` returned null. Let it return what it was given.");
        }
        return filled;
    }
}
