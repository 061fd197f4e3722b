package dev.caspian.migrate.ddl;

/** Where a database keeps the values of an enum. */
public enum EnumStorage {
    /** In a type of its own, which many columns share. */
    TYPE,
    /** In the type of each column. */
    COLUMN,
    /** Nowhere: the column is a plain text. */
    TEXT
}
