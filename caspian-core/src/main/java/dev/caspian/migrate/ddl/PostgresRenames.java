package dev.caspian.migrate.ddl;

import dev.caspian.database.Column;
import dev.caspian.database.QualifiedName;
import dev.caspian.migrate.diff.Step;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Renames tables and columns of PostgreSQL, and the sequences that are called after them. Stateless. */
final class PostgresRenames {

    private static final SqlText TEXT = SqlText.STANDARD;

    /** PostgreSQL shortens what is longer (manual, "Identifiers and Key Words"). */
    private static final int LONGEST_NAME = 63;

    private PostgresRenames() {}

    static List<String> table(Step.RenameTable rename) {
        QualifiedName former = rename.previous().name();
        List<String> statements = new ArrayList<>();
        statements.add(PostgresStatements.alterTable(former) + " RENAME TO "
                + TEXT.name(rename.next().name()));
        for (Column column : rename.previous().columns()) {
            statements.addAll(sequence(former, column, rename.next(), column.name()));
        }
        return statements;
    }

    static List<String> column(Step.RenameColumn rename) {
        List<String> statements = new ArrayList<>();
        statements.add(TEXT.renameColumn(rename.table(), rename.previous().name(), rename.next()));
        statements.addAll(sequence(rename.table(), rename.previous(), rename.table(), rename.next()));
        return statements;
    }

    private static List<String> sequence(QualifiedName formerTable, Column column, QualifiedName table, String name) {
        String usual = usual(formerTable, column.name());
        boolean isUsual = column.sequence() == null ? isShort(usual) : usual.equals(column.sequence());
        String next = usual(table, name);
        if (!column.autoincrement() || !isUsual || !isShort(next)) {
            return List.of();
        }
        return List.of("ALTER SEQUENCE " + TEXT.name(formerTable.sibling(usual)) + " RENAME TO " + TEXT.name(next));
    }

    /** What {@code SERIAL} calls the sequence of a column. */
    static String usual(QualifiedName table, String column) {
        return table.name() + "_" + column + "_seq";
    }

    private static boolean isShort(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME;
    }
}
