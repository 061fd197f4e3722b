package dev.caspian.query;

/**
 * By the value of a field.
 *
 * @param <M> the model
 */
public record FieldOrder<M>(TypedField<M, ?> field, boolean descending, Nulls nulls)
        implements Order<M>, GroupOrder<M> {

    /** Where records without a value come. */
    public enum Nulls {
        /** Where the database puts them: SQLite and MySQL hold NULL for smallest, PostgreSQL for largest. */
        DATABASE,
        FIRST,
        LAST
    }

    public FieldOrder<M> nullsFirst() {
        return new FieldOrder<>(field, descending, Nulls.FIRST);
    }

    public FieldOrder<M> nullsLast() {
        return new FieldOrder<>(field, descending, Nulls.LAST);
    }
}
