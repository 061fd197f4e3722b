package dev.caspian.sql;

/** A statement of SQL. */
public sealed interface Statement permits Select, Insert, Update, Delete {}
