package dev.caspian.migrate.ddl;

import dev.caspian.database.Column;
import dev.caspian.database.ColumnDefault;
import dev.caspian.database.PrimaryKey;
import dev.caspian.database.QualifiedName;
import dev.caspian.migrate.diff.CastRisk;
import dev.caspian.migrate.diff.ColumnChange;
import dev.caspian.migrate.diff.Step;
import dev.caspian.migrate.diff.TableChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Writes one {@code ALTER TABLE} with what has to come before and behind it. Confined to one step. */
final class PostgresAlterTable {

    private static final SqlText TEXT = SqlText.STANDARD;

    private final PostgresStatements statements;
    private final Step.AlterTable step;
    private final boolean oneClauseEach;
    private final List<String> before = new ArrayList<>();
    private final List<String> clauses = new ArrayList<>();
    private final List<String> behind = new ArrayList<>();

    PostgresAlterTable(PostgresStatements statements, Step.AlterTable step, boolean oneClauseEach) {
        this.statements = statements;
        this.step = step;
        this.oneClauseEach = oneClauseEach;
    }

    List<String> statements() {
        step.changes().forEach(this::change);
        String alterTable = PostgresStatements.alterTable(step.previous().name()) + " ";
        List<String> all = new ArrayList<>(before);
        if (oneClauseEach) {
            clauses.forEach(clause -> all.add(alterTable + clause));
        } else if (!clauses.isEmpty()) {
            all.add(alterTable + String.join(",\n", clauses));
        }
        all.addAll(behind);
        return all;
    }

    private void change(TableChange change) {
        if (change instanceof TableChange.DropPrimaryKey drop) {
            clauses.add("DROP CONSTRAINT " + TEXT.name(named(drop.primaryKey())));
        } else if (change instanceof TableChange.RenamePrimaryKey rename) {
            // PostgreSQL takes no other clause beside RENAME.
            behind.add(PostgresStatements.alterTable(step.previous().name()) + " RENAME CONSTRAINT "
                    + TEXT.name(named(rename.previous())) + " TO " + TEXT.name(named(rename.next())));
        } else if (change instanceof TableChange.DropColumn drop) {
            clauses.add(dropColumn(drop.column()));
        } else if (change instanceof TableChange.AddColumn add) {
            clauses.add(addColumn(add.column()));
        } else if (change instanceof TableChange.RecreateColumn recreate) {
            clauses.add(dropColumn(recreate.change().previous()));
            clauses.add(addColumn(recreate.change().next()));
        } else if (change instanceof TableChange.AddPrimaryKey add) {
            clauses.add("ADD CONSTRAINT " + TEXT.name(named(add.primaryKey())) + " PRIMARY KEY ("
                    + TEXT.columns(add.primaryKey().columns(), ", ") + ")");
        } else if (change instanceof TableChange.AlterColumn alter) {
            alterColumn(alter.change());
        }
    }

    private static String named(PrimaryKey key) {
        return Objects.requireNonNull(key.name(), "A primary key of PostgreSQL has a name");
    }

    private static String dropColumn(Column column) {
        return "DROP COLUMN " + TEXT.name(column.name());
    }

    private String addColumn(Column column) {
        return "ADD COLUMN " + statements.column(column);
    }

    private void alterColumn(ColumnChange change) {
        String alterColumn = "ALTER COLUMN " + TEXT.name(change.previous().name()) + " ";
        Column next = change.next();
        if (change.arity() && !next.isList()) {
            clauses.add(alterColumn + (next.isRequired() ? "SET NOT NULL" : "DROP NOT NULL"));
        }
        if (change.autoincrement() && change.previous().autoincrement()) {
            dropCounter(alterColumn, change);
        } else if (change.autoincrement()) {
            addCounter(alterColumn, next);
        } else if (change.defaultValue() && next.defaultValue() == null) {
            clauses.add(alterColumn + "DROP DEFAULT");
        }
        if (change.defaultValue() && next.defaultValue() != null) {
            setDefault(alterColumn, next, next.defaultValue());
        }
        if (change.type() || change.previous().isList() != next.isList()) {
            clauses.add(alterColumn + "SET DATA TYPE " + statements.type(withoutCounter(next)));
        }
        if (change.cast() == CastRisk.SAFE && change.previous().autoincrement() && next.autoincrement()) {
            widenCounter(change);
        }
    }

    /** Otherwise the sequence would end where the former type did. CockroachDB has none. */
    private void widenCounter(ColumnChange change) {
        if (oneClauseEach) {
            return;
        }
        QualifiedName table = step.previous().name();
        String known = change.previous().sequence();
        String sequence =
                known == null ? PostgresRenames.usual(table, change.previous().name()) : known;
        behind.add("ALTER SEQUENCE IF EXISTS " + TEXT.name(table.sibling(sequence)) + " AS "
                + statements.type(withoutCounter(change.next())));
    }

    private void setDefault(String alterColumn, Column next, ColumnDefault value) {
        String sql = PostgresStatements.defaultValue(value, statements.type(next));
        if (!sql.isEmpty()) {
            clauses.add(alterColumn + "SET DEFAULT " + sql);
        }
    }

    /** {@code SERIAL} is no type that a column could be altered to. */
    static Column withoutCounter(Column column) {
        return new Column(column.name(), column.type(), column.arity(), column.defaultValue(), false, false);
    }

    /** Which sequence counts a column, only a database knows. */
    private void dropCounter(String alterColumn, ColumnChange change) {
        clauses.add(alterColumn + "DROP DEFAULT");
        String sequence = change.previous().sequence();
        if (sequence != null) {
            behind.add("DROP SEQUENCE " + TEXT.name(step.previous().name().sibling(sequence)));
        }
    }

    /** Does what {@code SERIAL} does (PostgreSQL manual, "Serial Types"). */
    private void addCounter(String alterColumn, Column column) {
        QualifiedName table = step.next().name();
        String sequence =
                (TEXT.qualifier(table) + table.name() + "_" + column.name() + "_seq").toLowerCase(Locale.ROOT);
        before.add("CREATE SEQUENCE " + sequence);
        clauses.add(alterColumn + "SET DEFAULT nextval(" + SqlText.string(sequence) + ")");
        behind.add("ALTER SEQUENCE " + sequence + " OWNED BY " + TEXT.name(table) + "." + TEXT.name(column.name()));
    }
}
