package dev.caspian.query;

import java.util.List;

/**
 * The number of related records: {@code Post.LIKES.count()}. Read with {@code post.count(Post.LIKES)}.
 *
 * @param relation the relation
 * @param where which of them count; empty means all
 * @param <M> the model
 */
public record RelationCount<M>(TypedRelation<M, ?> relation, List<? extends Condition<?>> where)
        implements Include<M>, Projection<M, Long> {

    public Order<M> asc() {
        return new Order.ByCount<>(this, false);
    }

    public Order<M> desc() {
        return new Order.ByCount<>(this, true);
    }
}
