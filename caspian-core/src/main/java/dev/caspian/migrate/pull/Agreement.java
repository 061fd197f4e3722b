package dev.caspian.migrate.pull;

import dev.caspian.database.Column;
import dev.caspian.database.ColumnType;
import dev.caspian.database.DatabaseState;
import dev.caspian.database.ForeignKey;
import dev.caspian.database.PrimaryKey;
import dev.caspian.database.Table;
import dev.caspian.database.TableIndex;
import dev.caspian.migrate.diff.DatabaseDiffer;
import dev.caspian.migrate.diff.DiffRules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the schema already says what the database has: whether a migration would find nothing to do. Asking the
 * comparison of migrations itself makes sure that nothing is left to migrate after a pull.
 */
final class Agreement {

    private final DiffRules rules;
    private final DatabaseDiffer differ;

    Agreement(DiffRules rules) {
        this.rules = rules;
        this.differ = new DatabaseDiffer(rules);
    }

    boolean on(Table table, Column live, Column described) {
        return isSameUnknown(live, described)
                && on(with(table, List.of(live), null, null), with(table, List.of(described), null, null));
    }

    /** A migration leaves types alone that the language does not know, but the schema tells of them as they are. */
    private static boolean isSameUnknown(Column live, Column described) {
        return !(live.type() instanceof ColumnType.Unsupported former)
                || !(described.type() instanceof ColumnType.Unsupported latter)
                || former.sql().equalsIgnoreCase(latter.sql());
    }

    boolean on(Table table, TableIndex live, TableIndex described) {
        return on(with(table, table.columns(), live, null), with(table, table.columns(), described, null));
    }

    boolean on(Table table, ForeignKey live, ForeignKey described) {
        return on(with(table, table.columns(), null, live), with(table, table.columns(), null, described));
    }

    boolean on(Table table, PrimaryKey live, PrimaryKey described) {
        return on(keyed(table, live), keyed(table, described));
    }

    /** Whether the database has named this index itself. */
    boolean hasFixedName(TableIndex index) {
        return rules.hasFixedName(index);
    }

    private boolean on(Table live, Table described) {
        return differ.diff(state(live), state(described)).isEmpty();
    }

    private static DatabaseState state(Table table) {
        return new DatabaseState(List.of(), List.of(table), List.of());
    }

    private static Table with(Table table, List<Column> columns, @Nullable TableIndex index, @Nullable ForeignKey key) {
        return new Table(
                table.name(),
                columns,
                null,
                index == null ? List.of() : List.of(index),
                key == null ? List.of() : List.of(key));
    }

    private static Table keyed(Table table, PrimaryKey key) {
        return new Table(table.name(), table.columns(), key, List.of(), List.of());
    }
}
