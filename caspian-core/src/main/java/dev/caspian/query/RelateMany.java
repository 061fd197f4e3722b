package dev.caspian.query;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Gives a new record its related records; methods may be called any number of times.
 *
 * @param <R> the related model
 * @param <S> the first stage of its builder
 */
public final class RelateMany<R, S> {

    private final Supplier<? extends Draft<R>> draft;
    private final int depth;
    private final List<NestedWrite<R>> writes = new ArrayList<>();

    RelateMany(Supplier<? extends Draft<R>> draft, int depth) {
        this.draft = draft;
        this.depth = depth;
    }

    /** Creates one. */
    public RelateMany<R, S> create(Function<? super S, ? extends Creation<R>> record) {
        writes.add(new NestedWrite.Create<>(Draft.fill(draft, record, depth)));
        return this;
    }

    /** Creates many at once. */
    public RelateMany<R, S> createMany(UnaryOperator<CreateMany<R, S>> records) {
        writes.add(Given.filled(records, new CreateMany<>(draft, depth), "createMany(…)")
                .nested());
        return this;
    }

    /** Takes existing ones. */
    @SafeVarargs
    public final RelateMany<R, S> connect(Unique<R>... records) {
        writes.add(new NestedWrite.Connect<>(Given.all(records, "connect(…)")));
        return this;
    }

    /** Takes an existing one, or creates it. */
    public RelateMany<R, S> connectOrCreate(Unique<R> where, Function<? super S, ? extends Creation<R>> record) {
        writes.add(new NestedWrite.ConnectOrCreate<>(
                Given.value(where, "connectOrCreate(…)"), Draft.fill(draft, record, depth)));
        return this;
    }

    List<NestedWrite<R>> writes() {
        return writes;
    }
}
