package dev.caspian.query;

import dev.caspian.error.InvalidQueryException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A condition that at most one record fulfils: all the fields of a unique key equal a value.
 *
 * <p>{@code User.EMAIL.eq("alice@example.com")}, or a generated selector of a compound key: {@code
 * Member.orgIdUserId("o", "u")}.
 *
 * @param <M> the model
 */
public sealed interface Unique<M> extends Condition<M> permits Unique.Key, UniqueText {

    /** The fields of the key. */
    List<TypedField<M, ?>> fields();

    /** Their values, in the same order. */
    List<?> values();

    /** What the record must fulfil besides. */
    List<Condition<M>> filters();

    /** The same record, if it also fulfils the condition. */
    @Override
    Unique<M> and(Condition<M> other);

    /** Selects by a key of several fields; generated code calls it. */
    static <M> Unique<M> of(List<TypedField<M, ?>> fields, @Nullable Object... values) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null) {
                throw new InvalidQueryException("`" + fields.get(i)
                        + "` was given null in a unique key, which selects no record. Give it a value.");
            }
        }
        return new Key<>(fields, List.of(values), List.of());
    }

    /** Any unique key. */
    record Key<M>(List<TypedField<M, ?>> fields, List<?> values, List<Condition<M>> filters) implements Unique<M> {
        @Override
        public Unique<M> and(Condition<M> other) {
            return new Key<>(
                    fields,
                    values,
                    Stream.concat(filters.stream(), Stream.of(Given.value(other, "and(…)")))
                            .toList());
        }
    }
}
