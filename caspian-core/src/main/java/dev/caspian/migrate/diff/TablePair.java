package dev.caspian.migrate.diff;

import dev.caspian.database.Column;
import dev.caspian.database.ForeignKey;
import dev.caspian.database.IndexColumn;
import dev.caspian.database.PrimaryKey;
import dev.caspian.database.Table;
import dev.caspian.database.TableIndex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** A table as it is and as it shall be, and what differs between them. Immutable. */
final class TablePair {

    /** A former and a future index, or foreign key, that are the same but for their names. */
    record Match<T>(T previous, T next) {}

    private final Table previous;
    private final Table next;
    private final DiffRules rules;
    private final List<ColumnChange> kept;

    TablePair(Table previous, Table next, DiffRules rules) {
        this.previous = previous;
        this.next = next;
        this.rules = rules;
        DefaultComparator defaults = new DefaultComparator(rules.ignoresJsonDefaults());
        List<ColumnChange> pairs = new ArrayList<>();
        for (Column column : previous.columns()) {
            next.column(column.name()).ifPresent(other -> pairs.add(compare(column, other, defaults)));
        }
        this.kept = List.copyOf(pairs);
    }

    private ColumnChange compare(Column former, Column latter, DefaultComparator defaults) {
        boolean autoincrement = rules.altersAutoincrement() && former.autoincrement() != latter.autoincrement();
        boolean defaultValue = !defaults.areEqual(former, latter);
        return new ColumnChange(former, latter, rules.castRisk(former, latter), defaultValue, autoincrement);
    }

    Table previous() {
        return previous;
    }

    Table next() {
        return next;
    }

    /** The columns present in both, changed or not, in the order of the former table. */
    List<ColumnChange> kept() {
        return kept;
    }

    List<ColumnChange> keptByName() {
        return kept.stream()
                .sorted(Comparator.comparing(change -> change.previous().name()))
                .toList();
    }

    List<ColumnChange> changed() {
        return kept.stream().filter(ColumnChange::isChanged).toList();
    }

    /** Ordered by name. */
    List<Column> added() {
        return byName(next, previous);
    }

    /** Ordered by name. */
    List<Column> dropped() {
        return byName(previous, next);
    }

    private static List<Column> byName(Table table, Table other) {
        return table.columns().stream()
                .filter(column -> other.column(column.name()).isEmpty())
                .sorted(Comparator.comparing(Column::name))
                .toList();
    }

    boolean losesPrimaryKey() {
        return previous.primaryKey() != null && (next.primaryKey() == null || replacesPrimaryKey());
    }

    /** Whether the primary key or a unique index of these columns, in any order, is dropped. */
    boolean losesKey(List<String> columns) {
        PrimaryKey key = previous.primaryKey();
        Set<String> wanted = Set.copyOf(columns);
        return (key != null
                        && losesPrimaryKey()
                        && Set.copyOf(key.columnNames()).equals(wanted))
                || droppedIndexes().stream()
                        .anyMatch(index -> index.isUnique()
                                && Set.copyOf(index.columnNames()).equals(wanted));
    }

    boolean gainsPrimaryKey() {
        return next.primaryKey() != null && (previous.primaryKey() == null || replacesPrimaryKey());
    }

    /** Whether there is a primary key before and after, and they differ in more than their names. */
    boolean replacesPrimaryKey() {
        PrimaryKey former = previous.primaryKey();
        PrimaryKey latter = next.primaryKey();
        if (former == null || latter == null) {
            return false;
        }
        return !areSame(former.columns(), latter.columns())
                || kept.stream()
                        .anyMatch(change -> change.type()
                                && former.columnNames()
                                        .contains(change.previous().name()));
    }

    boolean renamesPrimaryKey() {
        PrimaryKey former = previous.primaryKey();
        PrimaryKey latter = next.primaryKey();
        return former != null
                && latter != null
                && former.name() != null
                && latter.name() != null
                && !former.name().equals(latter.name());
    }

    List<ForeignKey> createdForeignKeys() {
        return next.foreignKeys().stream()
                .filter(key -> previous.foreignKeys().stream().noneMatch(other -> isSame(other, key)))
                .toList();
    }

    List<ForeignKey> droppedForeignKeys() {
        return previous.foreignKeys().stream()
                .filter(key -> next.foreignKeys().stream().noneMatch(other -> isSame(key, other)))
                .toList();
    }

    List<Match<ForeignKey>> keptForeignKeys() {
        List<Match<ForeignKey>> matches = new ArrayList<>();
        Set<ForeignKey> taken = new HashSet<>();
        for (ForeignKey former : previous.foreignKeys()) {
            next.foreignKeys().stream()
                    .filter(latter -> !taken.contains(latter) && isSame(former, latter))
                    .findFirst()
                    .ifPresent(latter -> {
                        taken.add(latter);
                        matches.add(new Match<>(former, latter));
                    });
        }
        return matches;
    }

    private boolean isSame(ForeignKey former, ForeignKey latter) {
        return former.referencedTable().equals(latter.referencedTable())
                && former.columns().equals(latter.columns())
                && former.referencedColumns().equals(latter.referencedColumns())
                && former.onDelete() == latter.onDelete()
                && former.onUpdate() == latter.onUpdate()
                && kept.stream()
                        .noneMatch(change ->
                                latter.columns().contains(change.next().name()) && breaks(change));
    }

    private boolean breaks(ColumnChange change) {
        return change.type() || (rules.backsForeignKeysWithIndexes() && change.becomesRequired());
    }

    List<TableIndex> createdIndexes() {
        return next.indexes().stream()
                .filter(index -> previous.indexes().stream().noneMatch(other -> isSame(other, index)))
                .toList();
    }

    List<TableIndex> droppedIndexes() {
        Set<String> newNames = new HashSet<>();
        createdIndexes().forEach(index -> newNames.add(index.name()));
        return previous.indexes().stream()
                .filter(index -> newNames.contains(index.name())
                        || next.indexes().stream().noneMatch(other -> isSame(index, other)))
                .filter(index -> !(rules.backsForeignKeysWithIndexes() && servesForeignKey(index)))
                .toList();
    }

    /** An index that the database keeps for one of its foreign keys goes when the key goes. */
    private boolean servesForeignKey(TableIndex index) {
        return !index.isUnique()
                && previous.foreignKeys().stream().anyMatch(key -> key.columns().equals(index.columnNames()));
    }

    /** Two indexes of the same columns cannot be told apart when one is renamed, so neither is. */
    List<Match<TableIndex>> keptIndexes() {
        List<Match<TableIndex>> matches = new ArrayList<>();
        for (TableIndex former : previous.indexes()) {
            if (isAlone(former)) {
                next.indexes().stream()
                        .filter(latter -> isSame(former, latter))
                        .findFirst()
                        .ifPresent(latter -> matches.add(new Match<>(former, latter)));
            }
        }
        return matches;
    }

    private boolean isAlone(TableIndex index) {
        return previous.indexes().stream()
                        .filter(other -> other.kind() == index.kind()
                                && other.columnNames().equals(index.columnNames()))
                        .count()
                == 1;
    }

    private static boolean isSame(TableIndex former, TableIndex latter) {
        if (former.kind() != latter.kind()
                || !Objects.equals(former.algorithm(), latter.algorithm())
                || !PredicateComparator.areEqual(former.condition(), latter.condition())) {
            return false;
        }
        return areSame(former.columns(), latter.columns());
    }

    private static boolean areSame(List<IndexColumn> former, List<IndexColumn> latter) {
        if (former.size() != latter.size()) {
            return false;
        }
        for (int i = 0; i < former.size(); i++) {
            if (!isSame(former.get(i), latter.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSame(IndexColumn former, IndexColumn latter) {
        return former.name().equals(latter.name())
                && former.descending() == latter.descending()
                && Objects.equals(former.length(), latter.length())
                && former.hasOperatorsOf(latter);
    }
}
