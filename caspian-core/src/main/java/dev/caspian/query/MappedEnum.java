package dev.caspian.query;

/** A generated enum. */
public interface MappedEnum {

    /** What is stored: the value's name in the schema, or what {@code @map} says. */
    String databaseName();
}
