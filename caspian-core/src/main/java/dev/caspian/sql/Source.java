package dev.caspian.sql;

import org.jspecify.annotations.Nullable;

/** Where a query takes its rows from. */
public sealed interface Source {

    /** The name by which the statement's columns refer to it. */
    String name();

    /**
     * A table.
     *
     * @param namespace the database schema, or null for the connection's
     * @param alias null where the table goes by its own name
     */
    record Table(
            @Nullable String namespace,
            String table,
            @Nullable String alias) implements Source {
        @Override
        public String name() {
            return alias == null ? table : alias;
        }
    }

    /** The rows of another query. */
    record Derived(Select select, String name) implements Source {}
}
