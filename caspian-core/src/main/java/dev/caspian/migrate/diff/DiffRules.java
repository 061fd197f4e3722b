package dev.caspian.migrate.diff;

import dev.caspian.database.Column;
import dev.caspian.database.TableIndex;

/**
 * What a database can change in place, and when two of its columns have different types. Stateless.
 *
 * <p>One implementation per database; the differ itself knows none of them.
 */
public interface DiffRules {

    /**
     * How the values of a column fare when it becomes another one.
     *
     * @param previous the column as it is
     * @param next the column as it shall be
     */
    CastRisk castRisk(Column previous, Column next);

    /**
     * Whether columns and keys are changed by building the table anew, so that foreign keys are only ever part of
     * {@code CREATE TABLE} (SQLite).
     */
    boolean redefinesTables();

    /** Whether {@code CREATE TABLE} also creates the table's indexes (MySQL). */
    boolean createsIndexesWithTables();

    /** Whether a primary key can be replaced in one statement (CockroachDB). */
    boolean altersPrimaryKeys();

    /** Whether the database has named this index itself, so that it keeps its name. */
    boolean hasFixedName(TableIndex index);

    /** Whether an index can get another name in place. */
    boolean renamesIndexes();

    /** Whether a foreign key can get another name in place. */
    boolean renamesForeignKeys();

    /** Whether dropping a column also drops the indexes that hold it, so that they must be created again. */
    boolean dropsIndexesWithColumns();

    /** Whether the database makes an index for every foreign key that has none (MySQL). */
    boolean backsForeignKeysWithIndexes();

    /** Whether a column that starts or stops counting by itself has to be altered. */
    boolean altersAutoincrement();

    /** Whether the defaults of JSON columns are left out of a comparison (MySQL). */
    boolean ignoresJsonDefaults();
}
