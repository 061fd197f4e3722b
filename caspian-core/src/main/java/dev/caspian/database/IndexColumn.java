package dev.caspian.database;

import org.jspecify.annotations.Nullable;

/**
 * One column of an index.
 *
 * @param name the column's name
 * @param length how many characters or bytes of it are indexed, or null for all
 * @param operatorClass as SQL writes it, or null for the default one
 */
public record IndexColumn(
        String name,
        boolean descending,
        @Nullable Integer length,
        @Nullable String operatorClass) {

    /** A whole column in ascending order. */
    public static IndexColumn of(String name) {
        return new IndexColumn(name, false, null, null);
    }
}
