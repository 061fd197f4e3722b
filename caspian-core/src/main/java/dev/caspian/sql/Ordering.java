package dev.caspian.sql;

/** One criterion of an ORDER BY. */
public record Ordering(Expression expression, boolean descending, Nulls nulls) {

    /** Where NULL comes. */
    public enum Nulls {
        /** Where the database puts it. */
        DATABASE,
        FIRST,
        LAST
    }

    /** The opposite order. */
    public Ordering reversed() {
        Nulls opposite = switch (nulls) {
            case DATABASE -> Nulls.DATABASE;
            case FIRST -> Nulls.LAST;
            case LAST -> Nulls.FIRST;
        };
        return new Ordering(expression, !descending, opposite);
    }
}
