package dev.caspian.query;

/**
 * A single value of a record: a field, a field of a related record, or the number of related records.
 *
 * <p>With several of them {@code findMany} reads rows into a type of your own: {@code findMany(q -> q.where(…), Post.TITLE,
 * Post.AUTHOR.get(User.NAME), Card::new)}.
 *
 * @param <M> the model
 * @param <T> the Java type of the value
 */
@SuppressWarnings("UnusedTypeParameter") // They bind the constructor that takes the values.
public sealed interface Projection<M, T> permits TypedField, RelatedProjection, RelationCount {}
