package dev.caspian.query;

/**
 * A relation to any number of records that leads to a view or away from it, and is only read.
 *
 * @param <M> the model
 * @param <R> the related model
 */
public final class ViewToMany<M, R> extends ReadToMany<M, R> {

    public ViewToMany(String model, String name) {
        super(model, name);
    }
}
