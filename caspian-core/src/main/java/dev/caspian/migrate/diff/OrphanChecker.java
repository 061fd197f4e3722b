package dev.caspian.migrate.diff;

import dev.caspian.database.Column;
import dev.caspian.database.ForeignKey;
import dev.caspian.database.QualifiedName;
import dev.caspian.migrate.diff.Finding.When;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Looks through the steps of a migration for foreign keys that rows may contradict. Confined to one migration.
 *
 * <p>Most foreign keys fit the rows that there are, so that only a count is worth a word. Nobody can count the values of a
 * column that the migration adds or casts.
 */
public final class OrphanChecker {

    private final FormerNames former;
    private final Set<QualifiedName> created = new HashSet<>();
    private final Set<QualifiedName> swapped = new HashSet<>();
    private final Map<QualifiedName, List<Column>> added = new HashMap<>();
    private final Map<QualifiedName, List<Column>> cast = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    private OrphanChecker(List<Step> steps) {
        this.former = new FormerNames(steps);
        steps.forEach(this::note);
        for (Step step : steps) {
            if (step instanceof Step.AddForeignKey add) {
                check(add.table(), add.foreignKey());
            } else if (step instanceof Step.RedefineTables redefine) {
                redefine.tables().forEach(this::check);
            }
        }
    }

    /** What fails if rows refer to nothing; each finding has to be counted. */
    public static List<Finding> check(List<Step> steps) {
        return List.copyOf(new OrphanChecker(steps).findings);
    }

    private void note(Step step) {
        if (step instanceof Step.CreateTable create) {
            created.add(create.table().name());
        } else if (step instanceof Step.SwapColumns swap) {
            swapped.add(swap.table());
        } else if (step instanceof Step.AlterTable alter) {
            alter.changes().forEach(change -> note(alter.next().name(), change));
        } else if (step instanceof Step.RedefineTables redefine) {
            for (RedefinedTable table : redefine.tables()) {
                columns(added, table.next().name()).addAll(table.added());
                table.kept().stream()
                        .filter(ColumnChange::type)
                        .forEach(change -> columns(cast, table.next().name()).add(change.next()));
            }
        }
    }

    private void note(QualifiedName table, TableChange change) {
        if (change instanceof TableChange.AddColumn add) {
            columns(added, table).add(add.column());
        } else if (change instanceof TableChange.RecreateColumn recreate) {
            columns(added, table).add(recreate.change().next());
        } else if (change instanceof TableChange.AlterColumn alter
                && alter.change().type()) {
            columns(cast, table).add(alter.change().next());
        }
    }

    private static List<Column> columns(Map<QualifiedName, List<Column>> columns, QualifiedName table) {
        return columns.computeIfAbsent(table, name -> new ArrayList<>());
    }

    private static Stream<Column> of(
            Map<QualifiedName, List<Column>> columns, QualifiedName table, List<String> names) {
        return columns(columns, table).stream().filter(column -> names.contains(column.name()));
    }

    private void check(RedefinedTable table) {
        table.next().foreignKeys().stream()
                .filter(key -> table.previous().foreignKeys().stream().noneMatch(other -> leadsAlike(key, other)))
                .forEach(key -> check(table.next().name(), key));
    }

    private static boolean leadsAlike(ForeignKey key, ForeignKey other) {
        return key.columns().equals(other.columns())
                && key.referencedTable().equals(other.referencedTable())
                && key.referencedColumns().equals(other.referencedColumns());
    }

    private void check(QualifiedName table, ForeignKey key) {
        QualifiedName target = key.referencedTable();
        boolean countable = !created.contains(table)
                && !swapped.contains(table)
                && of(added, table, key.columns()).findAny().isEmpty()
                && of(cast, table, key.columns()).findAny().isEmpty()
                && of(cast, target, key.referencedColumns()).findAny().isEmpty()
                && of(added, target, key.referencedColumns()).allMatch(OrphanChecker::isEmpty);
        if (!countable) {
            return;
        }
        boolean leadsNowhere = created.contains(target)
                || of(added, target, key.referencedColumns()).findAny().isPresent();
        findings.add(new Finding(When.ROWS, former.table(table), null, message(table, key, created.contains(target)))
                .refined(new Refinement.Orphans(
                        former.columns(table, key.columns()),
                        leadsNowhere ? null : former.table(target),
                        former.columns(target, key.referencedColumns()))));
    }

    private static boolean isEmpty(Column column) {
        return column.defaultValue() == null && !column.autoincrement();
    }

    private static String message(QualifiedName table, ForeignKey key, boolean isNew) {
        return "The rows of the table `" + table.name() + "` will have to refer to rows of the "
                + (isNew ? "new table `" : "table `") + key.referencedTable().name() + "` by ["
                + String.join(", ", key.columns()) + "]. This fails for those that refer to none.";
    }
}
