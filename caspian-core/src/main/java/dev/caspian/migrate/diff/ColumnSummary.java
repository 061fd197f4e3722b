package dev.caspian.migrate.diff;

import dev.caspian.database.Column;
import dev.caspian.database.ColumnDefault;
import dev.caspian.schema.Arity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The lines of a {@link DifferenceSummary} about the columns and the primary key of a table. Stateless. */
final class ColumnSummary {

    private ColumnSummary() {}

    static String of(TableChange change) {
        if (change instanceof TableChange.AddColumn add) {
            return added(add.column());
        }
        if (change instanceof TableChange.DropColumn drop) {
            return removed(drop.column());
        }
        if (change instanceof TableChange.AlterColumn alter) {
            return altered(alter.change());
        }
        if (change instanceof TableChange.RecreateColumn recreate) {
            return "[*] Column `" + recreate.change().next().name() + "` would be dropped and recreated "
                    + reasons(recreate.change());
        }
        if (change instanceof TableChange.DropPrimaryKey drop) {
            return "[-] Dropped the primary key" + on(drop.primaryKey().columnNames());
        }
        if (change instanceof TableChange.AddPrimaryKey add) {
            return "[+] Added primary key" + on(add.primaryKey().columnNames());
        }
        if (change instanceof TableChange.RenamePrimaryKey rename) {
            return "[*] Renamed the primary key" + on(rename.next().columnNames());
        }
        throw new IllegalStateException("No words for the change " + change);
    }

    static String added(Column column) {
        return "[+] Added column `" + column.name() + "`";
    }

    static String removed(Column column) {
        return "[-] Removed column `" + column.name() + "`";
    }

    static String altered(ColumnChange change) {
        return "[*] Altered column `" + change.next().name() + "` " + reasons(change);
    }

    private static String reasons(ColumnChange change) {
        List<String> reasons = new ArrayList<>();
        if (change.arity()) {
            reasons.add("changed from " + arity(change.previous()) + " to " + arity(change.next()));
        }
        if (change.type()) {
            reasons.add("type changed");
        }
        if (change.defaultValue()) {
            reasons.add("default changed from " + text(change.previous().defaultValue()) + " to "
                    + text(change.next().defaultValue()));
        }
        if (change.autoincrement()) {
            reasons.add(
                    change.next().autoincrement()
                            ? "column became autoincrementing"
                            : "column is no longer autoincrementing");
        }
        return "(" + String.join(", ", reasons) + ")";
    }

    private static String arity(Column column) {
        String name =
                column.arity() == Arity.OPTIONAL ? "nullable" : column.arity().name();
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    private static String text(@Nullable ColumnDefault value) {
        if (value == null) {
            return "none";
        }
        if (value instanceof ColumnDefault.Literal literal) {
            return "`" + literal.text() + "`";
        }
        if (value instanceof ColumnDefault.ListOf list) {
            return "`["
                    + String.join(
                            ", ",
                            list.values().stream()
                                    .map(ColumnDefault.Literal::text)
                                    .toList())
                    + "]`";
        }
        if (value instanceof ColumnDefault.Now) {
            return "`now()`";
        }
        return value instanceof ColumnDefault.Expression expression && expression.sql() != null
                ? "`" + expression.sql() + "`"
                : "an expression";
    }

    static String on(List<String> columns) {
        return " on columns (" + String.join(", ", columns) + ")";
    }
}
