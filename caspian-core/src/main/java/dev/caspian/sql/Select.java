package dev.caspian.sql;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A query.
 *
 * @param outputs what it returns, by position
 * @param from where the rows come from
 * @param joins further sources, each with the condition that joins it
 * @param where which rows
 * @param groupBy by what they are grouped; empty for no groups
 * @param having which groups
 * @param orderBy in which order
 * @param limit how many at most, or null for all
 * @param offset how many are left out first, or null for none
 * @param lock for what its rows are kept from others until the transaction ends, or null for nothing
 */
public record Select(
        List<Output> outputs,
        Source from,
        List<Join> joins,
        Expression where,
        List<Expression> groupBy,
        Expression having,
        List<Ordering> orderBy,
        @Nullable Expression limit,
        @Nullable Expression offset,
        @Nullable Lock lock)
        implements Statement {

    public Select {
        outputs = List.copyOf(outputs);
        joins = List.copyOf(joins);
        groupBy = List.copyOf(groupBy);
        orderBy = List.copyOf(orderBy);
    }

    /** What is going to happen to the rows. */
    public enum Lock {
        UPDATE,
        DELETE
    }

    /** A source that is joined: INNER JOIN. */
    public record Join(Source source, Expression on) {}

    /** All rows of a source that fulfil a condition. */
    public static Select of(List<Output> outputs, Source from, Expression where) {
        return new Select(outputs, from, List.of(), where, List.of(), Expression.TRUE, List.of(), null, null, null);
    }

    /** The same, in this order. */
    public Select orderedBy(List<Ordering> orderings) {
        return new Select(outputs, from, joins, where, groupBy, having, orderings, limit, offset, lock);
    }

    /** The same, with a part of the rows only. */
    public Select limited(@Nullable Expression rows, @Nullable Expression skipped) {
        return new Select(outputs, from, joins, where, groupBy, having, orderBy, rows, skipped, lock);
    }

    /** The same, with the rows kept from others. */
    public Select locked(Lock purpose) {
        return new Select(outputs, from, joins, where, groupBy, having, orderBy, limit, offset, purpose);
    }

    /** The same, with another source joined. */
    public Select joined(Join join) {
        return new Select(
                outputs,
                from,
                Stream.concat(joins.stream(), Stream.of(join)).toList(),
                where,
                groupBy,
                having,
                orderBy,
                limit,
                offset,
                lock);
    }

    /** The same, grouped. */
    public Select grouped(List<Expression> by, Expression filter) {
        return new Select(outputs, from, joins, where, by, filter, orderBy, limit, offset, lock);
    }
}
