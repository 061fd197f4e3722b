package dev.caspian.query;

/**
 * A relation to one record or none that leads to a view or away from it, and is only read. No foreign key makes sure
 * that the record exists.
 *
 * @param <M> the model
 * @param <R> the related model
 */
public final class ViewToOne<M, R> extends ReadToOne<M, R> {

    public ViewToOne(String model, String name) {
        super(model, name);
    }

    /** There is no related record. */
    public Condition<M> isNull() {
        return new Condition.Related<>(this, Condition.Related.Quantifier.NONE, null);
    }

    /** There is a related record. */
    public Condition<M> isNotNull() {
        return new Condition.Related<>(this, Condition.Related.Quantifier.SOME, null);
    }
}
