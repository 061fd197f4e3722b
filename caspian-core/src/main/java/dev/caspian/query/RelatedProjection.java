package dev.caspian.query;

/**
 * A value of the record that a to-one relation leads to; null where there is none.
 *
 * @param <M> the model
 * @param <R> the related model
 * @param <T> the Java type of the value
 */
public record RelatedProjection<M, R, T>(TypedRelation<M, R> relation, Projection<R, T> projection)
        implements Projection<M, T> {}
