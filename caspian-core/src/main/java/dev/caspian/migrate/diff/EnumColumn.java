package dev.caspian.migrate.diff;

import dev.caspian.database.Column;
import dev.caspian.database.QualifiedName;

/** A column whose type is an enum. */
public record EnumColumn(QualifiedName table, Column column) {}
