package dev.caspian.migrate.ddl;

import dev.caspian.database.Column;
import dev.caspian.provider.NativeType;

/** How a database of the PostgreSQL family spells the native type of a column, without {@code []}. */
interface TypeSpelling {

    /**
     * The type in SQL.
     *
     * @param type the native type
     * @param column the column that has it, which may make a counter of it
     */
    String spell(NativeType type, Column column);
}
