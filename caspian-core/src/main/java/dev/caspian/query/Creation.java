package dev.caspian.query;

/**
 * A new record whose required fields have all been given: the last stage of a generated builder.
 *
 * <p>Generated interfaces such as {@code UserCreate} extend it with one method for each optional field and relation.
 *
 * @param <M> the model
 */
public interface Creation<M> {}
