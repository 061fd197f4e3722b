package dev.caspian.schema;

/** How many values a field holds. */
public enum Arity {
    /** Exactly one: {@code name String}. */
    REQUIRED,
    /** One or none: {@code name String?}. */
    OPTIONAL,
    /** Any number: {@code tags String[]}. */
    LIST
}
