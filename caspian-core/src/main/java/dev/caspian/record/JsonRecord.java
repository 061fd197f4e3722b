package dev.caspian.record;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A Json object of which a generated class makes a record. Jackson reads it, with the module that belongs to its version;
 * it serves the one call that it was made for.
 *
 * <p>Its errors are Jackson's, so that whoever reads Json has one kind of error to handle.
 */
public interface JsonRecord {

    /** The names of its members, in the order in which they came. */
    Set<String> names();

    /**
     * A scalar value; null where the object has null.
     *
     * @param refusal the error's message if it is none of this type: Jackson's own would quote the value
     */
    <T> @Nullable T value(String name, Class<T> type, String refusal);

    /** A list of scalars; null where the object has null. */
    <T> @Nullable List<@Nullable T> list(String name, Class<T> elementType, String refusal);

    /** A related record; null where the object has null. */
    <T> @Nullable T one(String name, Class<T> type);

    /** Related records; null where the object has null. */
    <T> @Nullable List<@Nullable T> many(String name, Class<T> type);

    /** How many records are related, by the name of the relation. */
    @Nullable Map<String, @Nullable Long> counts(String name, String refusal);

    /** The error of a member that cannot be what it is. */
    RuntimeException refused(String name, String message);

    /** Treats a member that the model does not have as Jackson is configured to. */
    void unknown(String name, Class<?> type);
}
