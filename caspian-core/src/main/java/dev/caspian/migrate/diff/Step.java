package dev.caspian.migrate.diff;

import dev.caspian.database.Column;
import dev.caspian.database.EnumDefinition;
import dev.caspian.database.Extension;
import dev.caspian.database.ForeignKey;
import dev.caspian.database.QualifiedName;
import dev.caspian.database.Table;
import dev.caspian.database.TableIndex;
import java.util.List;

/** One step of a migration. The variants are declared in the order in which their steps run. */
public sealed interface Step {

    /** The heading of the step in a script, without the comment sign. */
    default String heading() {
        return getClass().getSimpleName();
    }

    record CreateSchema(String namespace) implements Step {}

    record DropExtension(Extension extension) implements Step {}

    record CreateExtension(Extension extension) implements Step {}

    record RenameTable(Table previous, QualifiedName next) implements Step {}

    /** A column gets another name; its table has its new one already. */
    record RenameColumn(QualifiedName table, Column previous, String next) implements Step {}

    /** The two columns of a join table change their names. */
    record SwapColumns(QualifiedName table, String first, String second) implements Step {}

    record CreateEnum(EnumDefinition definition) implements Step {}

    /**
     * Values are added to an enum, or removed from it.
     *
     * @param added the values that only {@code next} has
     * @param removed the values that only {@code previous} has
     * @param defaults the columns of this enum that have a default
     * @param columns the columns that have this enum
     */
    record AlterEnum(
            EnumDefinition previous,
            EnumDefinition next,
            List<String> added,
            List<String> removed,
            List<EnumDefault> defaults,
            List<EnumColumn> columns)
            implements Step {

        public AlterEnum {
            added = List.copyOf(added);
            removed = List.copyOf(removed);
            defaults = List.copyOf(defaults);
            columns = List.copyOf(columns);
        }
    }

    /** The foreign key of a table is dropped. */
    record DropForeignKey(QualifiedName table, ForeignKey foreignKey) implements Step {}

    record DropIndex(QualifiedName table, TableIndex index) implements Step {}

    record AlterTable(Table previous, Table next, List<TableChange> changes) implements Step {
        public AlterTable {
            changes = List.copyOf(changes);
        }
    }

    /** The primary key is replaced in one statement. */
    record AlterPrimaryKey(Table previous, Table next) implements Step {}

    record DropTable(Table table) implements Step {}

    record DropEnum(EnumDefinition definition) implements Step {}

    record CreateTable(Table table) implements Step {}

    record RedefineTables(List<RedefinedTable> tables) implements Step {
        public RedefineTables {
            tables = List.copyOf(tables);
        }
    }

    /**
     * An index is created.
     *
     * @param tableExists whether its table was there before, and may hold rows
     * @param recreated whether it was lost with a column and comes back as it was
     */
    record CreateIndex(QualifiedName table, TableIndex index, boolean tableExists, boolean recreated) implements Step {}

    record RenameForeignKey(QualifiedName table, ForeignKey previous, ForeignKey next) implements Step {}

    record AddForeignKey(QualifiedName table, ForeignKey foreignKey) implements Step {}

    record RenameIndex(QualifiedName table, TableIndex previous, TableIndex next) implements Step {}

    /** The index is dropped and created under its new name. */
    record RedefineIndex(QualifiedName table, TableIndex previous, TableIndex next) implements Step {}
}
