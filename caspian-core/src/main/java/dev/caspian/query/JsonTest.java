package dev.caspian.query;

/** What is asked of a place in a Json document. */
public enum JsonTest {
    EQ,
    NE,
    LT,
    LTE,
    GT,
    GTE,
    STRING_CONTAINS,
    STRING_STARTS_WITH,
    STRING_ENDS_WITH,
    ARRAY_CONTAINS,
    ARRAY_STARTS_WITH,
    ARRAY_ENDS_WITH
}
