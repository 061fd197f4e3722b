package dev.caspian.migrate.ddl;

import static dev.caspian.migrate.ddl.SqlText.INDENT;

import dev.caspian.database.Column;
import dev.caspian.database.ColumnDefault;
import dev.caspian.database.ColumnType;
import dev.caspian.database.EnumDefinition;
import dev.caspian.database.Extension;
import dev.caspian.database.ForeignKey;
import dev.caspian.database.IndexColumn;
import dev.caspian.database.PrimaryKey;
import dev.caspian.database.QualifiedName;
import dev.caspian.database.Table;
import dev.caspian.database.TableIndex;
import dev.caspian.migrate.diff.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes steps in the SQL of PostgreSQL and CockroachDB. Immutable. */
final class PostgresStatements {

    private static final SqlText TEXT = SqlText.STANDARD;

    private final TypeSpelling types;
    private final boolean cockroach;

    PostgresStatements(TypeSpelling types, boolean cockroach) {
        this.types = types;
        this.cockroach = cockroach;
    }

    List<String> of(Step step) {
        if (step instanceof Step.AlterTable alter) {
            return new PostgresAlterTable(this, alter, cockroach).statements();
        }
        if (step instanceof Step.AlterEnum alter) {
            return new PostgresAlterEnum(this, alter, cockroach).statements();
        }
        if (step instanceof Step.RenameTable rename) {
            return PostgresRenames.table(rename);
        }
        if (step instanceof Step.RenameColumn rename) {
            return PostgresRenames.column(rename);
        }
        if (step instanceof Step.SwapColumns swap) {
            return TEXT.swapColumns(swap);
        }
        return List.of(statement(step));
    }

    private String statement(Step step) {
        if (step instanceof Step.CreateSchema create) {
            return "CREATE SCHEMA IF NOT EXISTS " + TEXT.name(create.namespace());
        }
        if (step instanceof Step.CreateExtension create) {
            return createExtension(create.extension());
        }
        if (step instanceof Step.DropExtension drop) {
            return "DROP EXTENSION " + TEXT.name(drop.extension().name());
        }
        if (step instanceof Step.CreateEnum create) {
            return createEnum(create.definition().name(), create.definition());
        }
        if (step instanceof Step.DropEnum drop) {
            return "DROP TYPE " + TEXT.name(drop.definition().name());
        }
        if (step instanceof Step.CreateTable create) {
            return createTable(create.table());
        }
        if (step instanceof Step.DropTable drop) {
            return "DROP TABLE " + TEXT.name(drop.table().name());
        }
        if (step instanceof Step.AlterPrimaryKey alter) {
            PrimaryKey key = Objects.requireNonNull(alter.next().primaryKey());
            return alterTable(alter.previous().name()) + " ALTER PRIMARY KEY USING COLUMNS ("
                    + TEXT.columns(key.columns(), ", ") + ")";
        }
        return indexStatement(step);
    }

    private static String createExtension(Extension extension) {
        String schema = extension.namespace() == null ? "" : " SCHEMA " + TEXT.name(extension.namespace());
        String version = extension.version() == null ? "" : " VERSION " + TEXT.name(extension.version());
        String options = schema + version;
        return "CREATE EXTENSION IF NOT EXISTS " + TEXT.name(extension.name())
                + (options.isEmpty() ? "" : " WITH" + options);
    }

    private String indexStatement(Step step) {
        if (step instanceof Step.CreateIndex create) {
            return createIndex(create.table(), create.index());
        }
        if (step instanceof Step.DropIndex drop) {
            return "DROP INDEX " + TEXT.name(drop.table().sibling(drop.index().name()));
        }
        if (step instanceof Step.RenameIndex rename) {
            return "ALTER INDEX "
                    + TEXT.name(rename.table().sibling(rename.previous().name())) + " RENAME TO "
                    + TEXT.name(rename.next().name());
        }
        if (step instanceof Step.AddForeignKey add) {
            return addForeignKey(add.table(), add.foreignKey());
        }
        if (step instanceof Step.DropForeignKey drop) {
            return alterTable(drop.table()) + " DROP CONSTRAINT " + TEXT.name(named(drop.foreignKey()));
        }
        if (step instanceof Step.RenameForeignKey rename) {
            return alterTable(rename.table()) + " RENAME CONSTRAINT " + TEXT.name(named(rename.previous())) + " TO "
                    + TEXT.name(named(rename.next()));
        }
        throw new IllegalStateException("PostgreSQL has no step " + step.heading());
    }

    static String alterTable(QualifiedName table) {
        return "ALTER TABLE " + TEXT.name(table);
    }

    private static String named(ForeignKey key) {
        return Objects.requireNonNull(key.name(), "A foreign key of PostgreSQL has a name");
    }

    static String createEnum(QualifiedName name, EnumDefinition definition) {
        return "CREATE TYPE " + TEXT.name(name) + " AS ENUM (" + SqlText.strings(definition.values()) + ")";
    }

    private String createTable(Table table) {
        String columns = table.columns().stream().map(this::column).collect(Collectors.joining(",\n"));
        PrimaryKey key = table.primaryKey();
        String constraint = "";
        if (key != null) {
            String name = key.name() == null ? "" : "CONSTRAINT " + TEXT.name(key.name()) + " ";
            constraint = ",\n\n" + INDENT + name + "PRIMARY KEY (" + TEXT.columns(key.columns(), ",") + ")";
        }
        return "CREATE TABLE " + TEXT.name(table.name()) + " (\n" + columns + constraint + "\n)";
    }

    /** A column's definition, indented even behind {@code ADD COLUMN}, as Prisma has it. */
    String column(Column column) {
        StringBuilder sql = new StringBuilder(INDENT)
                .append(TEXT.name(column.name()))
                .append(' ')
                .append(type(column));
        if (column.isRequired()) {
            sql.append(" NOT NULL");
        }
        ColumnDefault value = column.defaultValue();
        if (value instanceof ColumnDefault.Identity identity) {
            sql.append(" GENERATED BY DEFAULT AS IDENTITY");
            sql.append(identity.options().isEmpty() ? "" : " (" + identity.options() + ")");
        } else if (value != null) {
            String rendered = defaultValue(value, type(column));
            sql.append(rendered.isEmpty() ? "" : " DEFAULT " + rendered);
        }
        return sql.toString();
    }

    /** The type of a column, or the counter that is made of it. */
    String type(Column column) {
        return elementType(column) + (column.isList() ? "[]" : "");
    }

    private String elementType(Column column) {
        if (column.type() instanceof ColumnType.Enumerated enumerated) {
            return TEXT.name(enumerated.definition().name());
        }
        if (column.type() instanceof ColumnType.Unsupported unsupported) {
            return unsupported.sql();
        }
        ColumnType.Scalar scalar = (ColumnType.Scalar) column.type();
        if (scalar.nativeType() == null) {
            throw new IllegalStateException("The column `" + column.name() + "` has no native type");
        }
        return types.spell(scalar.nativeType(), column);
    }

    /** A default in SQL; empty if there is nothing to write. */
    static String defaultValue(ColumnDefault value, String type) {
        if (value instanceof ColumnDefault.Literal literal) {
            return literal(literal);
        }
        if (value instanceof ColumnDefault.ListOf list) {
            return list.values().stream()
                    .map(PostgresStatements::literal)
                    .collect(Collectors.joining(", ", "ARRAY[", "]::" + type));
        }
        if (value instanceof ColumnDefault.Now) {
            return "CURRENT_TIMESTAMP";
        }
        if (value instanceof ColumnDefault.UniqueRowId) {
            return "unique_rowid()";
        }
        return value instanceof ColumnDefault.Expression expression
                ? Objects.requireNonNullElse(expression.sql(), "")
                : "";
    }

    private static String literal(ColumnDefault.Literal literal) {
        return switch (literal.kind()) {
            case STRING, ENUM, JSON, DATE_TIME -> SqlText.string(literal.text());
            case NUMBER, BOOLEAN -> literal.text();
            case BYTES -> "'\\x" + literal.text() + "'";
        };
    }

    private static String createIndex(QualifiedName table, TableIndex index) {
        String method =
                index.algorithm() == null ? "" : " USING " + index.algorithm().toUpperCase(Locale.ROOT) + " ";
        List<String> columns = new ArrayList<>();
        index.columns().forEach(column -> columns.add(indexColumn(column)));
        return "CREATE " + (index.isUnique() ? "UNIQUE " : "") + "INDEX " + TEXT.name(index.name()) + " ON "
                + TEXT.name(table) + method + "(" + String.join(", ", columns) + ")" + where(index.condition());
    }

    /** In parentheses, which PostgreSQL does not ask for, but Prisma writes. */
    private static String where(@Nullable String condition) {
        if (condition == null) {
            return "";
        }
        boolean enclosed = condition.startsWith("(") && condition.endsWith(")");
        return " WHERE " + (enclosed ? condition : "(" + condition + ")");
    }

    private static String indexColumn(IndexColumn column) {
        return TEXT.name(column.name())
                + (column.operatorClass() == null ? "" : " " + column.operatorClass())
                + SqlText.order(column);
    }

    private static String addForeignKey(QualifiedName table, ForeignKey key) {
        return alterTable(table) + " ADD CONSTRAINT " + TEXT.name(named(key)) + " FOREIGN KEY ("
                + TEXT.names(key.columns(), ", ") + ") REFERENCES " + TEXT.name(key.referencedTable()) + "("
                + TEXT.names(key.referencedColumns(), ", ") + ") ON DELETE "
                + key.onDelete().sql() + " ON UPDATE "
                + key.onUpdate().sql();
    }
}
