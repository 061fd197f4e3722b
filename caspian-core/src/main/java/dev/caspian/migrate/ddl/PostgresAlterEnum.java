package dev.caspian.migrate.ddl;

import dev.caspian.database.ColumnDefault;
import dev.caspian.database.QualifiedName;
import dev.caspian.migrate.diff.EnumColumn;
import dev.caspian.migrate.diff.EnumDefault;
import dev.caspian.migrate.diff.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * Changes the values of an enum. Values can only be added to a type of PostgreSQL; to remove one, a new type takes the
 * place of the old one. Confined to one step.
 */
final class PostgresAlterEnum {

    private static final SqlText TEXT = SqlText.STANDARD;

    private final PostgresStatements statements;
    private final Step.AlterEnum step;
    private final boolean dropsValues;

    PostgresAlterEnum(PostgresStatements statements, Step.AlterEnum step, boolean dropsValues) {
        this.statements = statements;
        this.step = step;
        this.dropsValues = dropsValues;
    }

    List<String> statements() {
        if (step.removed().isEmpty()) {
            return added();
        }
        return dropsValues ? alteredInPlace() : replaced();
    }

    private List<String> added() {
        return step.added().stream()
                .map(value -> "ALTER TYPE " + TEXT.name(step.previous().name()) + " ADD VALUE " + SqlText.string(value))
                .toList();
    }

    private List<String> alteredInPlace() {
        List<String> sql = new ArrayList<>();
        step.defaults().stream()
                .filter(value -> isRemoved(value.previous()))
                .forEach(value -> sql.add(dropDefault(value)));
        sql.addAll(added());
        step.removed()
                .forEach(value -> sql.add(
                        "ALTER TYPE " + TEXT.name(step.previous().name()) + " DROP VALUE " + SqlText.string(value)));
        return sql;
    }

    private boolean isRemoved(ColumnDefault value) {
        return value instanceof ColumnDefault.Literal literal && step.removed().contains(literal.text());
    }

    private List<String> replaced() {
        QualifiedName interim = step.next().name().sibling(step.next().name().name() + "_new");
        QualifiedName old =
                step.previous().name().sibling(step.previous().name().name() + "_old");
        List<String> sql = new ArrayList<>();
        sql.add("BEGIN");
        sql.add(PostgresStatements.createEnum(interim, step.next()));
        step.defaults().forEach(value -> sql.add(dropDefault(value)));
        step.columns().forEach(column -> sql.add(cast(column, interim)));
        sql.add("ALTER TYPE " + TEXT.name(step.previous().name()) + " RENAME TO " + TEXT.name(old.name()));
        sql.add("ALTER TYPE " + TEXT.name(interim) + " RENAME TO "
                + TEXT.name(step.next().name().name()));
        sql.add("DROP TYPE " + TEXT.name(old));
        for (EnumDefault value : step.defaults()) {
            if (value.next() != null) {
                sql.add(alterColumn(value.table(), value.column().name()) + " SET DEFAULT "
                        + PostgresStatements.defaultValue(value.next(), statements.type(value.column())));
            }
        }
        sql.add("COMMIT");
        return sql;
    }

    private static String dropDefault(EnumDefault value) {
        return alterColumn(value.table(), value.column().name()) + " DROP DEFAULT";
    }

    private static String alterColumn(QualifiedName table, String column) {
        return PostgresStatements.alterTable(table) + " ALTER COLUMN " + TEXT.name(column);
    }

    private static String cast(EnumColumn column, QualifiedName interim) {
        String name = TEXT.name(column.column().name());
        String type = TEXT.name(interim) + (column.column().isList() ? "[]" : "");
        return PostgresStatements.alterTable(column.table()) + " ALTER COLUMN " + name + " TYPE " + type + " USING ("
                + name + "::text::" + type + ")";
    }
}
