package dev.caspian.migrate.diff;

import dev.caspian.database.Column;
import dev.caspian.database.PrimaryKey;

/** One clause of an {@code ALTER TABLE}. */
public sealed interface TableChange {

    record DropPrimaryKey(PrimaryKey primaryKey) implements TableChange {}

    record RenamePrimaryKey(PrimaryKey previous, PrimaryKey next) implements TableChange {}

    record DropColumn(Column column) implements TableChange {}

    record AddColumn(Column column) implements TableChange {}

    record AlterColumn(ColumnChange change) implements TableChange {}

    /** The column is dropped and created again, as no cast leads from its old type to the new one. */
    record RecreateColumn(ColumnChange change) implements TableChange {}

    record AddPrimaryKey(PrimaryKey primaryKey) implements TableChange {}
}
