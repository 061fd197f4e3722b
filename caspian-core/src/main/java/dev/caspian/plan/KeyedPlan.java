package dev.caspian.plan;

/**
 * The plan that reads the records of a list of keys. Immutable, shared by all queries of its shape.
 *
 * @param plan the statement; its parameter {@link ReadPlan#PARENT_KEYS} takes the keys
 * @param key the key in the rows, by which a record is found again
 */
public record KeyedPlan(ReadPlan plan, KeyColumns key) {}
