package dev.caspian.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code @default(…)} says. */
public sealed interface DefaultValue {

    /** Whether the client makes the value, so that the column has no {@code DEFAULT}. */
    default boolean isMadeByClient() {
        return this instanceof Uuid || this instanceof Cuid || this instanceof Ulid || this instanceof Nanoid;
    }

    /**
     * A constant. Its text is the string's content for String, Json, Bytes (Base64), DateTime (RFC 3339) and quoted
     * Decimals, and the source text for numbers and {@code true}/{@code false}.
     */
    record Literal(String text) implements DefaultValue {}

    /** A value of an enum, by its name in the schema. */
    record EnumValue(String name) implements DefaultValue {}

    /** A list of {@link Literal}s or {@link EnumValue}s. */
    record ListOf(List<DefaultValue> values) implements DefaultValue {
        public ListOf {
            values = List.copyOf(values);
        }
    }

    /** {@code autoincrement()}. */
    record Autoincrement() implements DefaultValue {}

    /** {@code now()}. */
    record Now() implements DefaultValue {}

    /** {@code uuid()}, of version 4 or 7. */
    record Uuid(int version) implements DefaultValue {}

    /** {@code cuid()}, of version 1 or 2. */
    record Cuid(int version) implements DefaultValue {}

    /** {@code ulid()}. */
    record Ulid() implements DefaultValue {}

    /** {@code nanoid()}, with its length in characters. */
    record Nanoid(int length) implements DefaultValue {}

    /** {@code dbgenerated("sql")}; without SQL the database has a default that the schema does not tell. */
    record DbGenerated(@Nullable String sql) implements DefaultValue {}

    /** {@code sequence(…)} of CockroachDB; an option that was not given is null. */
    record Sequence(
            @Nullable Boolean virtual,
            @Nullable Long cache,
            @Nullable Long increment,
            @Nullable Long minValue,
            @Nullable Long maxValue,
            @Nullable Long start)
            implements DefaultValue {}
}
