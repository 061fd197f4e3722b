package dev.caspian.migrate.ddl;

import static dev.caspian.migrate.ddl.SqlText.INDENT;

import dev.caspian.database.Column;
import dev.caspian.database.ColumnDefault;
import dev.caspian.database.ForeignKey;
import dev.caspian.database.IndexColumn;
import dev.caspian.database.PrimaryKey;
import dev.caspian.database.QualifiedName;
import dev.caspian.database.Table;
import dev.caspian.database.TableIndex;
import dev.caspian.migrate.diff.ColumnChange;
import dev.caspian.migrate.diff.Step;
import dev.caspian.migrate.diff.TableChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Writes steps in the SQL of MySQL. Stateless. */
final class MysqlStatements {

    private static final SqlText TEXT = SqlText.BACKTICKS;

    private MysqlStatements() {}

    static String of(Step step) {
        if (step instanceof Step.CreateTable create) {
            return createTable(create.table());
        }
        if (step instanceof Step.DropTable drop) {
            return "DROP TABLE " + TEXT.name(drop.table().name());
        }
        if (step instanceof Step.RenameTable rename) {
            return alterTable(rename.previous().name()) + "RENAME TO " + TEXT.name(rename.next());
        }
        if (step instanceof Step.RenameColumn rename) {
            return TEXT.renameColumn(rename.table(), rename.previous().name(), rename.next());
        }
        if (step instanceof Step.AlterTable alter) {
            return alterTable(alter.previous().name())
                    + alter.changes().stream().map(MysqlStatements::clause).collect(Collectors.joining(",\n" + INDENT));
        }
        if (step instanceof Step.CreateIndex create) {
            return "CREATE " + kind(create.index()) + "INDEX "
                    + TEXT.name(create.index().name()) + " ON " + TEXT.name(create.table()) + columns(create.index());
        }
        if (step instanceof Step.DropIndex drop) {
            return "DROP INDEX " + TEXT.name(drop.index().name()) + " ON " + TEXT.name(drop.table());
        }
        if (step instanceof Step.RenameIndex rename) {
            return alterTable(rename.table()) + "RENAME INDEX "
                    + TEXT.name(rename.previous().name()) + " TO "
                    + TEXT.name(rename.next().name());
        }
        if (step instanceof Step.AddForeignKey add) {
            return alterTable(add.table()) + foreignKey(add.foreignKey());
        }
        if (step instanceof Step.DropForeignKey drop) {
            return alterTable(drop.table()) + "DROP FOREIGN KEY "
                    + TEXT.name(Objects.requireNonNull(drop.foreignKey().name()));
        }
        throw new IllegalStateException("MySQL has no step " + step.heading());
    }

    private static String alterTable(QualifiedName table) {
        return "ALTER TABLE " + TEXT.name(table) + " ";
    }

    private static String createTable(Table table) {
        List<String> constraints = new ArrayList<>();
        table.indexes()
                .forEach(index ->
                        constraints.add(INDENT + kind(index) + "INDEX " + TEXT.name(index.name()) + columns(index)));
        if (table.primaryKey() != null) {
            constraints.add(INDENT + primaryKey(table.primaryKey()));
        }
        String columns =
                table.columns().stream().map(column -> INDENT + column(column)).collect(Collectors.joining(",\n"));
        String rest = constraints.isEmpty() ? "" : ",\n\n" + String.join(",\n", constraints);
        return "CREATE TABLE " + TEXT.name(table.name()) + " (\n" + columns + rest
                + "\n) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci";
    }

    private static String primaryKey(PrimaryKey key) {
        return "PRIMARY KEY " + columns(key.columns());
    }

    private static String kind(TableIndex index) {
        return switch (index.kind()) {
            case UNIQUE -> "UNIQUE ";
            case FULLTEXT -> "FULLTEXT ";
            case NORMAL -> "";
        };
    }

    private static String columns(TableIndex index) {
        return columns(index.columns());
    }

    private static String columns(List<IndexColumn> columns) {
        return columns.stream()
                .map(column -> TEXT.name(column.name())
                        + (column.length() == null ? "" : "(" + column.length() + ")")
                        + SqlText.order(column))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String column(Column column) {
        String value = column.defaultValue() == null ? "" : defaultValue(column, column.defaultValue());
        return TEXT.name(column.name()) + " " + MysqlTypes.spell(column.type())
                + (column.isRequired() ? " NOT NULL" : " NULL")
                + (value.isEmpty() ? "" : " DEFAULT " + value)
                + (column.autoincrement() ? " AUTO_INCREMENT" : "");
    }

    /** Empty for what MySQL cannot hold as a constant default: JSON and bytes. */
    private static String defaultValue(Column column, ColumnDefault value) {
        if (value instanceof ColumnDefault.Literal literal) {
            return switch (literal.kind()) {
                case STRING, ENUM, DATE_TIME -> SqlText.string(literal.text().replace("\\", "\\\\"));
                case NUMBER, BOOLEAN -> literal.text();
                case JSON, BYTES -> "";
            };
        }
        if (value instanceof ColumnDefault.Now) {
            return "CURRENT_TIMESTAMP(" + MysqlTypes.fractionDigits(column.type()) + ")";
        }
        return value instanceof ColumnDefault.Expression expression
                ? Objects.requireNonNullElse(expression.sql(), "")
                : "";
    }

    private static String clause(TableChange change) {
        if (change instanceof TableChange.DropPrimaryKey) {
            return "DROP PRIMARY KEY";
        }
        if (change instanceof TableChange.DropColumn drop) {
            return "DROP COLUMN " + TEXT.name(drop.column().name());
        }
        if (change instanceof TableChange.AddColumn add) {
            return "ADD COLUMN " + column(add.column());
        }
        if (change instanceof TableChange.AlterColumn alter) {
            return alterColumn(alter.change());
        }
        if (change instanceof TableChange.RecreateColumn recreate) {
            Column next = recreate.change().next();
            return "DROP COLUMN " + TEXT.name(next.name()) + ",\n" + INDENT + "ADD COLUMN " + column(next);
        }
        if (change instanceof TableChange.AddPrimaryKey add) {
            return "ADD " + primaryKey(add.primaryKey());
        }
        throw new IllegalStateException("MySQL has no change " + change);
    }

    private static String alterColumn(ColumnChange change) {
        boolean onlyDefault = change.defaultValue() && !change.type() && !change.arity() && !change.autoincrement();
        return onlyDefault && change.next().defaultValue() == null
                ? "ALTER COLUMN " + TEXT.name(change.next().name()) + " DROP DEFAULT"
                : "MODIFY " + column(change.next());
    }

    private static String foreignKey(ForeignKey key) {
        String constraint = key.name() == null ? "" : "CONSTRAINT " + TEXT.name(key.name()) + " ";
        return "ADD " + constraint + "FOREIGN KEY (" + TEXT.names(key.columns(), ", ") + ") REFERENCES "
                + TEXT.name(key.referencedTable()) + "(" + TEXT.names(key.referencedColumns(), ", ") + ") ON DELETE "
                + key.onDelete().sql() + " ON UPDATE " + key.onUpdate().sql();
    }
}
