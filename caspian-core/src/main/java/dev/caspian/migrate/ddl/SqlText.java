package dev.caspian.migrate.ddl;

import dev.caspian.database.IndexColumn;
import dev.caspian.database.QualifiedName;
import dev.caspian.migrate.diff.Step;
import java.util.List;
import java.util.stream.Collectors;

/** Quotes names and texts for one database. Immutable. */
final class SqlText {

    /** Names in double quotes, as in the standard. */
    static final SqlText STANDARD = new SqlText('"');

    /** Names in backticks. */
    static final SqlText BACKTICKS = new SqlText('`');

    static final String INDENT = "    ";

    private final char quote;

    private SqlText(char quote) {
        this.quote = quote;
    }

    String name(String name) {
        return quote + name.replace(String.valueOf(quote), String.valueOf(quote) + quote) + quote;
    }

    String name(QualifiedName name) {
        return qualifier(name) + name(name.name());
    }

    /** What stands before the name; as in Prisma nothing for the namespace in which a connection is by default. */
    String qualifier(QualifiedName name) {
        String namespace = name.namespace();
        return namespace == null || namespace.equals("public") ? "" : name(namespace) + ".";
    }

    /** {@code ASC} or {@code DESC} with a blank before it, where the schema says so. */
    static String order(IndexColumn column) {
        return column.order() == null ? "" : " " + column.order();
    }

    String renameColumn(QualifiedName table, String former, String latter) {
        return "ALTER TABLE " + name(table) + " RENAME COLUMN " + name(former) + " TO " + name(latter);
    }

    /** Three renames, as no two columns can have the same name in between. */
    List<String> swapColumns(Step.SwapColumns swap) {
        String interim = swap.first() + "_" + swap.second();
        return List.of(
                renameColumn(swap.table(), swap.first(), interim),
                renameColumn(swap.table(), swap.second(), swap.first()),
                renameColumn(swap.table(), interim, swap.second()));
    }

    /** The names, quoted and separated. */
    String names(List<String> names, String separator) {
        return names.stream().map(this::name).collect(Collectors.joining(separator));
    }

    String columns(List<IndexColumn> columns, String separator) {
        return names(columns.stream().map(IndexColumn::name).toList(), separator);
    }

    /** A string constant. */
    static String string(String content) {
        return "'" + content.replace("'", "''") + "'";
    }

    /** String constants in a list: {@code 'a', 'b'}. */
    static String strings(List<String> contents) {
        return contents.stream().map(SqlText::string).collect(Collectors.joining(", "));
    }
}
