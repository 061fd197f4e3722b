package dev.caspian.query;

/**
 * The deletion of all records that fulfil a condition.
 *
 * @param <M> the model
 */
public final class DeleteMany<M> {

    private final Matching<M> matching = new Matching<>();

    public DeleteMany() {}

    /** Records that fulfil all these conditions. */
    @SafeVarargs
    public final DeleteMany<M> where(Condition<M>... all) {
        matching.where(all);
        return this;
    }

    /** Every record of the model; without it a deletion needs a condition. */
    public DeleteMany<M> all() {
        matching.all();
        return this;
    }

    /** At most this many records; which of them is up to the database. */
    public DeleteMany<M> limit(int count) {
        matching.limit(count);
        return this;
    }

    /** Which records. */
    public Matching<M> matching() {
        return matching;
    }
}
