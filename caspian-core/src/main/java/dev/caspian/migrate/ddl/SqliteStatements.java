package dev.caspian.migrate.ddl;

import static dev.caspian.migrate.ddl.SqlText.INDENT;

import dev.caspian.database.Column;
import dev.caspian.database.ColumnDefault;
import dev.caspian.database.ColumnType;
import dev.caspian.database.ForeignKey;
import dev.caspian.database.IndexColumn;
import dev.caspian.database.PrimaryKey;
import dev.caspian.database.QualifiedName;
import dev.caspian.database.Table;
import dev.caspian.database.TableIndex;
import dev.caspian.migrate.diff.ColumnChange;
import dev.caspian.migrate.diff.RedefinedTable;
import dev.caspian.migrate.diff.Step;
import dev.caspian.migrate.diff.TableChange;
import dev.caspian.provider.ScalarType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes steps in the SQL of SQLite. Stateless. */
final class SqliteStatements {

    private static final SqlText TEXT = SqlText.STANDARD;
    private static final Pattern CONSTANT =
            Pattern.compile("(?i)[xX]?'([^']|'')*+'|\"[^\"]*\"|[+-]?[\\d.]+(e[+-]?\\d+)?|\\w+");

    private SqliteStatements() {}

    static List<String> of(Step step) {
        if (step instanceof Step.CreateTable create) {
            return List.of(createTable(create.table()));
        }
        if (step instanceof Step.CreateIndex create) {
            return List.of(createIndex(create.table(), create.index()));
        }
        if (step instanceof Step.DropIndex drop) {
            return List.of(dropIndex(drop.index()));
        }
        if (step instanceof Step.RedefineIndex redefine) {
            return List.of(dropIndex(redefine.previous()), createIndex(redefine.table(), redefine.next()));
        }
        if (step instanceof Step.RenameTable rename) {
            return List.of(
                    "ALTER TABLE " + TEXT.name(rename.previous().name()) + " RENAME TO " + TEXT.name(rename.next()));
        }
        if (step instanceof Step.RenameColumn rename) {
            return List.of(TEXT.renameColumn(rename.table(), rename.previous().name(), rename.next()));
        }
        if (step instanceof Step.SwapColumns swap) {
            return TEXT.swapColumns(swap);
        }
        if (step instanceof Step.DropTable drop) {
            return List.of("PRAGMA foreign_keys=off", dropTable(drop.table()), "PRAGMA foreign_keys=on");
        }
        if (step instanceof Step.AlterTable alter) {
            return alter.changes().stream()
                    .map(change -> alterTable(alter.previous(), change))
                    .toList();
        }
        if (step instanceof Step.RedefineTables redefine) {
            return redefine(redefine.tables());
        }
        throw new IllegalStateException("SQLite has no step " + step.heading());
    }

    private static String createTable(Table table) {
        List<String> lines = new ArrayList<>();
        table.columns().forEach(column -> lines.add(INDENT + column(table, column)));
        PrimaryKey key = table.primaryKey();
        if (key != null && key.columns().size() > 1) {
            lines.add("\n" + INDENT + "PRIMARY KEY (" + TEXT.columns(key.columns(), ", ") + ")");
        }
        table.foreignKeys().forEach(foreignKey -> lines.add(INDENT + foreignKey(foreignKey)));
        return "CREATE TABLE " + TEXT.name(table.name()) + " (\n" + String.join(",\n", lines) + "\n)";
    }

    private static String column(Table table, Column column) {
        StringBuilder sql =
                new StringBuilder(TEXT.name(column.name())).append(' ').append(type(column.type()));
        if (column.isRequired()) {
            sql.append(" NOT NULL");
        }
        if (table.isSinglePrimaryKey(column)) {
            sql.append(" PRIMARY KEY");
            if (column.type() instanceof ColumnType.Scalar scalar && scalar.family() == ScalarType.INT) {
                sql.append(" AUTOINCREMENT");
            }
        }
        if (column.defaultValue() != null) {
            String value = defaultValue(column.defaultValue());
            sql.append(value.isEmpty() ? "" : " DEFAULT " + value);
        }
        return sql.toString();
    }

    static String type(ColumnType type) {
        if (type instanceof ColumnType.Scalar scalar) {
            return switch (scalar.family()) {
                case STRING -> "TEXT";
                case BOOLEAN -> "BOOLEAN";
                case INT -> "INTEGER";
                case BIG_INT -> "BIGINT";
                case FLOAT -> "REAL";
                case DECIMAL -> "DECIMAL";
                case DATE_TIME -> "DATETIME";
                case JSON -> "JSONB";
                case BYTES -> "BLOB";
            };
        }
        if (type instanceof ColumnType.Unsupported unsupported) {
            return unsupported.sql();
        }
        throw new IllegalStateException("SQLite has no type for " + type);
    }

    private static String defaultValue(ColumnDefault value) {
        if (value instanceof ColumnDefault.Literal literal) {
            return switch (literal.kind()) {
                case STRING, ENUM, JSON, DATE_TIME -> SqlText.string(literal.text());
                case NUMBER, BOOLEAN -> literal.text();
                case BYTES -> "X'" + literal.text() + "'";
            };
        }
        if (value instanceof ColumnDefault.Now) {
            return "CURRENT_TIMESTAMP";
        }
        if (value instanceof ColumnDefault.Expression expression) {
            return expression.sql() == null ? "" : expression(expression.sql());
        }
        throw new IllegalStateException("SQLite has no default " + value);
    }

    /** SQLite takes a constant as it is, but wants parentheses around everything else (manual, "CREATE TABLE"). */
    private static String expression(String sql) {
        String text = sql.strip();
        return text.startsWith("(") || CONSTANT.matcher(text).matches() ? text : "(" + text + ")";
    }

    private static String foreignKey(ForeignKey key) {
        String constraint = key.name() == null ? "" : "CONSTRAINT " + TEXT.name(key.name()) + " ";
        return constraint + "FOREIGN KEY (" + TEXT.names(key.columns(), ", ") + ") REFERENCES "
                + TEXT.name(key.referencedTable()) + " (" + TEXT.names(key.referencedColumns(), ", ")
                + ") ON DELETE " + key.onDelete().sql() + " ON UPDATE "
                + key.onUpdate().sql();
    }

    private static String createIndex(QualifiedName table, TableIndex index) {
        String columns =
                index.columns().stream().map(SqliteStatements::indexColumn).collect(Collectors.joining(", "));
        return "CREATE " + (index.isUnique() ? "UNIQUE " : "") + "INDEX " + TEXT.name(index.name()) + " ON "
                + TEXT.name(table) + "(" + columns + ")"
                + (index.condition() == null ? "" : " WHERE " + index.condition());
    }

    private static String indexColumn(IndexColumn column) {
        return TEXT.name(column.name()) + SqlText.order(column);
    }

    private static String dropIndex(TableIndex index) {
        return "DROP INDEX " + TEXT.name(index.name());
    }

    private static String dropTable(Table table) {
        return "DROP TABLE " + TEXT.name(table.name());
    }

    private static String alterTable(Table table, TableChange change) {
        if (change instanceof TableChange.AddColumn add) {
            return "ALTER TABLE " + TEXT.name(table.name()) + " ADD COLUMN " + column(table, add.column());
        }
        throw new IllegalStateException("SQLite changes tables by making them anew: " + change);
    }

    /** Builds the tables anew, as the SQLite manual says under "Making Other Kinds Of Table Schema Changes". */
    private static List<String> redefine(List<RedefinedTable> tables) {
        List<String> statements = new ArrayList<>();
        statements.add("PRAGMA defer_foreign_keys=ON");
        statements.add("PRAGMA foreign_keys=OFF");
        for (RedefinedTable redefined : tables) {
            Table next = redefined.next();
            QualifiedName interim = next.name().sibling("new_" + next.name().name());
            statements.add(createTable(next.named(interim)));
            if (!redefined.kept().isEmpty()) {
                statements.add(copy(redefined, interim));
            }
            statements.add(dropTable(redefined.previous()));
            statements.add("ALTER TABLE " + TEXT.name(interim) + " RENAME TO " + TEXT.name(next.name()));
            next.indexes().forEach(index -> statements.add(createIndex(next.name(), index)));
        }
        statements.add("PRAGMA foreign_keys=ON");
        statements.add("PRAGMA defer_foreign_keys=OFF");
        return statements;
    }

    private static String copy(RedefinedTable redefined, QualifiedName interim) {
        List<String> targets =
                redefined.kept().stream().map(change -> change.next().name()).toList();
        String sources = redefined.kept().stream().map(SqliteStatements::source).collect(Collectors.joining(", "));
        return "INSERT INTO " + TEXT.name(interim) + " (" + TEXT.names(targets, ", ") + ") SELECT " + sources + " FROM "
                + TEXT.name(redefined.previous().name());
    }

    private static String source(ColumnChange change) {
        String column = TEXT.name(change.previous().name());
        ColumnDefault value = change.next().defaultValue();
        if (!change.becomesRequired() || value == null || defaultValue(value).isEmpty()) {
            return column;
        }
        return "coalesce(" + column + ", " + defaultValue(value) + ") AS " + column;
    }
}
