package dev.caspian.boot.log;

import org.jspecify.annotations.Nullable;

/**
 * A table that a statement reads from end to end, to find the rows that its condition is about.
 *
 * @param source by which name the statement refers to it
 * @param namespace the database schema, or null where the database has none
 * @param rows how many it has, more or less
 */
record TableScan(String source, @Nullable String namespace, String table, long rows) {}
