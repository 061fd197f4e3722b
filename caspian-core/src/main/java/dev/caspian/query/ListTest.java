package dev.caspian.query;

/** What is asked of a scalar list. */
public enum ListTest {
    EQUALS,
    HAS,
    HAS_EVERY,
    HAS_SOME,
    IS_EMPTY,
    IS_NOT_EMPTY
}
