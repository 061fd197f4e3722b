package dev.caspian.record;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Json object of which a generated class makes a record, while it is being read: related records never wait in memory for
 * the one that they belong to. Jackson reads it, with the module that belongs to its version. It serves one call.
 *
 * <p>Its errors are Jackson's, so that whoever reads Json has one kind of error to handle.
 */
public interface JsonRecord {

    /** Goes to the next member, and returns its name; null behind the last one. */
    @Nullable String next();

    /** Keeps the member for {@link #value} and {@link #list}. */
    void keep(String name);

    /** The member as a related record; null where it is null. */
    <T> @Nullable T one(String name, Class<T> type);

    /** The member as related records; null where it is null. */
    <T> @Nullable List<@Nullable T> many(String name, Class<T> type);

    /** The member as the numbers of related records; null where it is null. */
    @Nullable Map<String, @Nullable Long> counts(String name, String refusal);

    /** Treats the member, which the model does not have, as Jackson is configured to. */
    void unknown(String name, Class<?> type);

    /**
     * What was kept, as a scalar value; null where it is null.
     *
     * @param refusal the error's message if it is none of this type: Jackson's own would quote the value
     */
    <T> @Nullable T value(String name, Class<T> type, String refusal);

    /** What was kept, as a list of scalars; null where it is null. */
    <T> @Nullable List<@Nullable T> list(String name, Class<T> elementType, String refusal);

    /** The error of a member that cannot be what it is. */
    RuntimeException refused(String name, String message);
}
