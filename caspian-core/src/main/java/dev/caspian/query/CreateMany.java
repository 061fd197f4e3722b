package dev.caspian.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Many new records of one model.
 *
 * @param <M> the model
 * @param <S> the first stage of its builder
 */
public final class CreateMany<M, S> {

    private final Supplier<? extends Draft<M>> draft;
    private final int depth;
    private final List<NewRecord<M>> records = new ArrayList<>();
    private boolean skipDuplicates;

    public CreateMany(Supplier<? extends Draft<M>> draft) {
        this(draft, 0);
    }

    CreateMany(Supplier<? extends Draft<M>> draft, int depth) {
        this.draft = draft;
        this.depth = depth;
    }

    /** One more record. */
    public CreateMany<M, S> data(Function<? super S, ? extends Creation<M>> record) {
        records.add(Draft.fill(draft, record, depth));
        return this;
    }

    /** One more record for each element. */
    public <E> CreateMany<M, S> data(
            Collection<E> elements, BiFunction<? super S, ? super E, ? extends Creation<M>> record) {
        Given.value(record, "data(…)");
        for (E element : Given.value(elements, "data(…)")) {
            data(stage -> record.apply(stage, element));
        }
        return this;
    }

    /** Leaves out records whose unique key exists already, instead of failing. */
    public CreateMany<M, S> skipDuplicates() {
        skipDuplicates = true;
        return this;
    }

    /** Sets fields of all records so far, whatever they were given. */
    public void set(List<FieldAssignment<M>> assignments) {
        records.replaceAll(record -> record.with(assignments));
    }

    /** The records so far. */
    public List<NewRecord<M>> records() {
        return List.copyOf(records);
    }

    /** Whether duplicates are left out. */
    public boolean skipsDuplicates() {
        return skipDuplicates;
    }

    NestedWrite.CreateMany<M> nested() {
        return new NestedWrite.CreateMany<>(records(), skipDuplicates);
    }
}
