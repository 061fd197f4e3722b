package dev.caspian.query;

import dev.caspian.error.InvalidQueryException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Gives a new record its related record: exactly one of these methods is called, once.
 *
 * @param <R> the related model
 * @param <S> the first stage of its builder
 */
public final class RelateOne<R, S> {

    private final Supplier<? extends Draft<R>> draft;
    private final int depth;
    private final List<NestedWrite<R>> writes = new ArrayList<>();

    RelateOne(Supplier<? extends Draft<R>> draft, int depth) {
        this.draft = draft;
        this.depth = depth;
    }

    /** Creates it. */
    public RelateOne<R, S> create(Function<? super S, ? extends Creation<R>> record) {
        return add(new NestedWrite.Create<>(Draft.fill(draft, record, depth)));
    }

    /** Takes an existing one. */
    public RelateOne<R, S> connect(Unique<R> record) {
        return add(new NestedWrite.Connect<>(List.of(Given.value(record, "connect(…)"))));
    }

    /** Takes an existing one, or creates it. */
    public RelateOne<R, S> connectOrCreate(Unique<R> where, Function<? super S, ? extends Creation<R>> record) {
        return add(new NestedWrite.ConnectOrCreate<>(
                Given.value(where, "connectOrCreate(…)"), Draft.fill(draft, record, depth)));
    }

    private RelateOne<R, S> add(NestedWrite<R> write) {
        if (!writes.isEmpty()) {
            throw new InvalidQueryException("A to-one relation takes one record, but two were given.");
        }
        writes.add(write);
        return this;
    }

    List<NestedWrite<R>> writes() {
        return writes;
    }
}
