package dev.caspian.schema;

/** The order of a column in an index, as {@code sort} names it. */
public enum SortOrder {
    ASC,
    DESC
}
