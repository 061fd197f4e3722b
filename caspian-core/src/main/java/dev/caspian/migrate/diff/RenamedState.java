package dev.caspian.migrate.diff;

import dev.caspian.database.Column;
import dev.caspian.database.DatabaseState;
import dev.caspian.database.ForeignKey;
import dev.caspian.database.IndexColumn;
import dev.caspian.database.PrimaryKey;
import dev.caspian.database.QualifiedName;
import dev.caspian.database.Table;
import dev.caspian.database.TableIndex;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a database looks like once a table or a column has another name. Stateless. */
final class RenamedState {

    private RenamedState() {}

    static DatabaseState table(DatabaseState state, QualifiedName former, QualifiedName name) {
        UnaryOperator<QualifiedName> renamed = table -> table.equals(former) ? name : table;
        return state.with(state.tables().stream()
                .map(table -> new Table(
                        renamed.apply(table.name()),
                        table.name().equals(former) ? sequences(table, name) : table.columns(),
                        table.primaryKey(),
                        table.indexes(),
                        table.foreignKeys().stream()
                                .map(key -> new ForeignKey(
                                        key.name(),
                                        key.columns(),
                                        renamed.apply(key.referencedTable()),
                                        key.referencedColumns(),
                                        key.onDelete(),
                                        key.onUpdate()))
                                .toList()))
                .toList());
    }

    private static List<Column> sequences(Table table, QualifiedName name) {
        return table.columns().stream()
                .map(column -> renamed(column, column.name(), table.name(), name))
                .toList();
    }

    static DatabaseState column(DatabaseState state, QualifiedName name, String former, String latter) {
        UnaryOperator<String> renamed = column -> column.equals(former) ? latter : column;
        return state.with(state.tables().stream()
                .map(table -> table.name().equals(name)
                        ? references(columns(table, former, latter), name, renamed)
                        : references(table, name, renamed))
                .toList());
    }

    private static Table columns(Table table, String former, String latter) {
        UnaryOperator<String> renamed = column -> column.equals(former) ? latter : column;
        PrimaryKey key = table.primaryKey();
        return new Table(
                table.name(),
                table.columns().stream()
                        .map(column -> renamed(column, renamed.apply(column.name()), table.name(), table.name()))
                        .toList(),
                key == null ? null : new PrimaryKey(key.name(), columns(key.columns(), renamed)),
                table.indexes().stream()
                        .map(index -> new TableIndex(
                                index.kind(),
                                index.name(),
                                columns(index.columns(), renamed),
                                index.algorithm(),
                                condition(index.condition(), former, latter)))
                        .toList(),
                table.foreignKeys().stream()
                        .map(foreignKey -> new ForeignKey(
                                foreignKey.name(),
                                names(foreignKey.columns(), renamed),
                                foreignKey.referencedTable(),
                                foreignKey.referencedColumns(),
                                foreignKey.onDelete(),
                                foreignKey.onUpdate()))
                        .toList());
    }

    private static Column renamed(Column column, String name, QualifiedName formerTable, QualifiedName table) {
        boolean named = column.sequence() != null && column.sequence().equals(sequence(formerTable, column.name()));
        return new Column(
                name,
                column.type(),
                column.arity(),
                column.defaultValue(),
                column.autoincrement(),
                column.madeByClient(),
                named ? sequence(table, name) : column.sequence());
    }

    /** What {@code SERIAL} calls the sequence of a column. */
    private static String sequence(QualifiedName table, String column) {
        return table.name() + "_" + column + "_seq";
    }

    private static List<IndexColumn> columns(List<IndexColumn> columns, UnaryOperator<String> renamed) {
        return columns.stream()
                .map(column -> new IndexColumn(
                        renamed.apply(column.name()),
                        column.order(),
                        column.length(),
                        column.operatorClass(),
                        column.defaultClass()))
                .toList();
    }

    private static List<String> names(List<String> names, UnaryOperator<String> renamed) {
        return names.stream().map(renamed).toList();
    }

    /** Databases rewrite the conditions of their indexes. Where this one guesses wrong, the index is made anew. */
    private static @Nullable String condition(@Nullable String condition, String former, String latter) {
        if (condition == null) {
            return null;
        }
        String quoted = "\"" + latter.replace("\"", "\"\"") + "\"";
        return Pattern.compile("(?<![\\w\"'])\"?" + Pattern.quote(former) + "\"?(?![\\w\"'])")
                .matcher(condition)
                .replaceAll(Matcher.quoteReplacement(quoted));
    }

    private static Table references(Table table, QualifiedName target, UnaryOperator<String> renamed) {
        List<ForeignKey> keys = table.foreignKeys().stream()
                .map(key -> key.referencedTable().equals(target)
                        ? new ForeignKey(
                                key.name(),
                                key.columns(),
                                target,
                                names(key.referencedColumns(), renamed),
                                key.onDelete(),
                                key.onUpdate())
                        : key)
                .toList();
        return new Table(table.name(), table.columns(), table.primaryKey(), table.indexes(), keys);
    }
}
