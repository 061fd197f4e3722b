package dev.caspian.sql;

/** A column that is written. */
public record SetColumn(String column, Expression value) {}
