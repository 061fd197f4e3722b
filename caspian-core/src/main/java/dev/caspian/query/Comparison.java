package dev.caspian.query;

/** How a field is compared with a value. */
public enum Comparison {
    EQ,
    NE,
    LT,
    LTE,
    GT,
    GTE,
    CONTAINS,
    STARTS_WITH,
    ENDS_WITH
}
