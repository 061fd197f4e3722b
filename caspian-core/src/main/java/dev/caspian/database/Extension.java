package dev.caspian.database;

import org.jspecify.annotations.Nullable;

/**
 * An extension of PostgreSQL.
 *
 * @param name its name in the database
 * @param namespace the database schema that holds its objects, or null for any
 * @param version its version, or null for any
 */
public record Extension(
        String name, @Nullable String namespace, @Nullable String version) {

    /** Whether this one, as it is installed, is also the other one, as it is asked for. */
    public boolean serves(Extension asked) {
        return isAny(namespace, asked.namespace) && isAny(version, asked.version);
    }

    private static boolean isAny(@Nullable String installed, @Nullable String asked) {
        return installed == null || asked == null || installed.equals(asked);
    }
}
