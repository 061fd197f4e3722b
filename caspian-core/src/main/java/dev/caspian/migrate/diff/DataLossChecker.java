package dev.caspian.migrate.diff;

import dev.caspian.database.Column;
import dev.caspian.database.PrimaryKey;
import dev.caspian.database.QualifiedName;
import dev.caspian.database.Table;
import dev.caspian.migrate.diff.Finding.When;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Looks through the steps of a migration for those that may lose data. Stateless but for the spelling of types.
 *
 * <p>It tells what can happen; whether it does depends on the rows of a live database ({@link Finding#when()}).
 */
public final class DataLossChecker {

    private final Function<Column, String> typeName;

    /**
     * Makes a checker.
     *
     * @param typeName how the database spells the type of a column
     */
    public DataLossChecker(Function<Column, String> typeName) {
        this.typeName = typeName;
    }

    public DataLoss check(List<Step> steps) {
        Findings found = new Findings(new FormerNames(steps));
        for (Step step : steps) {
            if (step instanceof Step.SwapColumns swap) {
                found.swapped.add(swap.table());
            } else if (step instanceof Step.AlterTable alter) {
                alter.changes().forEach(change -> check(alter, change, found));
            } else if (step instanceof Step.RedefineTables redefine) {
                redefine.tables().forEach(table -> check(table, found));
            } else if (step instanceof Step.DropTable drop) {
                found.warn(
                        When.ROWS,
                        drop.table().name(),
                        null,
                        "The table " + quote(drop.table()) + " will be dropped. Its rows will be lost.");
            } else if (step instanceof Step.CreateIndex create && create.index().isUnique()) {
                checkUnique(create, found);
            } else if (step instanceof Step.AlterEnum alter && !alter.removed().isEmpty()) {
                found.warn(
                        When.ALWAYS,
                        null,
                        null,
                        "The values [" + String.join(", ", alter.removed())
                                + "] will be removed from the enum `"
                                + alter.previous().name().name()
                                + "`. The migration will fail if rows still have them.");
                found.refineToUses(alter.columns(), alter.removed());
            }
        }
        return new DataLoss(found.warnings, found.unexecutable);
    }

    private void check(Step.AlterTable alter, TableChange change, Findings found) {
        Table table = alter.previous();
        if (change instanceof TableChange.DropColumn drop) {
            checkDropped(table, drop.column(), found);
        } else if (change instanceof TableChange.AddColumn add) {
            checkAdded(table, add.column(), found);
        } else if (change instanceof TableChange.DropPrimaryKey) {
            checkPrimaryKey(table, alter.next(), found);
        } else if (change instanceof TableChange.AlterColumn altered) {
            checkAltered(table, altered.change(), found);
        } else if (change instanceof TableChange.RecreateColumn recreated) {
            checkRecreated(table, recreated.change(), found);
        }
    }

    private void check(RedefinedTable redefined, Findings found) {
        Table table = redefined.previous();
        if (redefined.dropsPrimaryKey()) {
            checkPrimaryKey(table, redefined.next(), found);
        }
        redefined.added().forEach(column -> checkAdded(table, column, found));
        redefined.dropped().forEach(column -> checkDropped(table, column, found));
        for (ColumnChange change : redefined.kept()) {
            boolean filled = change.next().defaultValue() != null;
            if (change.becomesRequired() && !filled) {
                found.refuse(When.NULLS, table.name(), change.next().name(), madeRequired(table, change.next()));
            }
            if (change.cast() == CastRisk.RISKY || change.cast() == CastRisk.NOT_CASTABLE) {
                found.warn(When.VALUES, table.name(), change.next().name(), casts(table, change));
                found.refine(misfits(change));
            }
        }
    }

    private Refinement misfits(ColumnChange change) {
        return new Refinement.Misfits(typeName.apply(change.previous()), typeName.apply(change.next()));
    }

    private static void checkPrimaryKey(Table table, Table next, Findings found) {
        if (found.swapped.contains(table.name())) {
            return;
        }
        found.warn(
                When.ROWS,
                table.name(),
                null,
                "The primary key of the table " + quote(table)
                        + " will be changed. The migration will fail if the new key has duplicate values.");
        PrimaryKey key = next.primaryKey();
        if (key != null
                && key.columnNames().stream()
                        .allMatch(column -> table.column(column).isPresent())) {
            found.refineToDuplicates(table.name(), key.columnNames());
        }
    }

    private static void checkDropped(Table table, Column column, Findings found) {
        found.warn(
                When.VALUES,
                table.name(),
                column.name(),
                "The column " + quote(column) + " of the table " + quote(table)
                        + " will be dropped. Its values will be lost.");
    }

    private static void checkAdded(Table table, Column column, Findings found) {
        found.added(table.name(), column);
        if (!isRequiredWithoutDefault(column)) {
            return;
        }
        String added = "The required column " + quote(column) + " will be added to the table " + quote(table);
        found.refuse(
                When.ROWS,
                table.name(),
                null,
                column.madeByClient()
                        ? added
                                + " with a default that only the client can make. This fails if the table has rows: add the"
                                + " column as optional, fill it, then make it required."
                        : added + " without a default value. This fails if the table has rows.");
    }

    private void checkAltered(Table table, ColumnChange change, Findings found) {
        if (change.becomesRequired()) {
            boolean fromList = change.previous().isList();
            found.refuse(
                    fromList ? When.VALUES : When.NULLS,
                    table.name(),
                    change.next().name(),
                    madeRequired(table, change.next()));
        }
        if (change.cast() == CastRisk.RISKY) {
            found.warn(When.VALUES, table.name(), change.next().name(), casts(table, change));
            found.refine(misfits(change));
        }
    }

    private void checkRecreated(Table table, ColumnChange change, Findings found) {
        found.added(table.name(), change.next());
        String recreated = "The column " + quote(change.next()) + " of the table " + quote(table)
                + " will be dropped and created again, because " + typeName.apply(change.previous())
                + " cannot be cast to " + typeName.apply(change.next()) + ". ";
        if (isRequiredWithoutDefault(change.next())) {
            found.refuse(
                    When.ROWS,
                    table.name(),
                    null,
                    recreated + "It is required and has no default value: this fails if the table has rows.");
        } else {
            found.warn(When.VALUES, table.name(), change.next().name(), recreated + "Its values will be lost.");
        }
    }

    private static boolean isRequiredWithoutDefault(Column column) {
        return column.isRequired() && column.defaultValue() == null && !column.autoincrement();
    }

    private static void checkUnique(Step.CreateIndex create, Findings found) {
        if (create.tableExists() && !create.recreated() && !found.swapped.contains(create.table())) {
            found.warn(
                    found.hasNewEmpty(create.table(), create.index().columnNames()) ? When.NEVER : When.ROWS,
                    create.table(),
                    null,
                    "A unique index on ["
                            + String.join(", ", create.index().columnNames()) + "] will be added to the table `"
                            + create.table().name() + "`. The migration will fail if there are duplicate values.");
            List<String> columns = create.index().columnNames();
            if (columns.stream().noneMatch(column -> found.isNew(create.table(), column))) {
                found.refineToDuplicates(create.table(), columns);
            }
        }
    }

    private static String madeRequired(Table table, Column column) {
        return "The column " + quote(column) + " of the table " + quote(table)
                + " will become required. This fails if it has NULL values.";
    }

    private String casts(Table table, ColumnChange change) {
        return "The column " + quote(change.next()) + " of the table " + quote(table) + " will be cast from "
                + typeName.apply(change.previous()) + " to " + typeName.apply(change.next())
                + ". Values may be cut, or make the migration fail.";
    }

    private static String quote(Table table) {
        return "`" + table.name().name() + "`";
    }

    private static String quote(Column column) {
        return "`" + column.name() + "`";
    }

    /**
     * The findings of one check. They name what they are about as the live database still has it, because its rows are
     * counted before anything is renamed.
     */
    private static final class Findings {

        private final FormerNames former;

        /** Join tables whose pairs stay the same, whatever becomes of their keys. */
        private final Set<QualifiedName> swapped = new HashSet<>();

        /** Columns that the steps so far have added, and whose values nobody can count. */
        private final Map<QualifiedName, List<Column>> added = new HashMap<>();

        private final List<Finding> warnings = new ArrayList<>();
        private final List<Finding> unexecutable = new ArrayList<>();

        Findings(FormerNames former) {
            this.former = former;
        }

        void warn(When when, @Nullable QualifiedName table, @Nullable String column, String message) {
            warnings.add(finding(when, table, column, message));
        }

        void refuse(When when, QualifiedName table, @Nullable String column, String message) {
            unexecutable.add(finding(when, table, column, message));
        }

        private Finding finding(When when, @Nullable QualifiedName table, @Nullable String column, String message) {
            return new Finding(
                    when,
                    table == null ? null : former.table(table),
                    table == null || column == null ? column : former.column(table, column),
                    message);
        }

        /** Narrows the last warning down to rows that share the values of columns. */
        void refineToDuplicates(QualifiedName table, List<String> columns) {
            refine(new Refinement.Duplicates(former.columns(table, columns)));
        }

        /** Narrows the last warning down to rows with one of these values. */
        void refineToUses(List<EnumColumn> columns, List<String> values) {
            refine(new Refinement.Uses(
                    columns.stream()
                            .map(column -> new EnumColumn(
                                    former.table(column.table()),
                                    column.column()
                                            .named(former.column(
                                                    column.table(),
                                                    column.column().name()))))
                            .toList(),
                    values));
        }

        /** Narrows the last warning down. */
        void refine(Refinement refinement) {
            int last = warnings.size() - 1;
            warnings.set(last, warnings.get(last).refined(refinement));
        }

        void added(QualifiedName table, Column column) {
            added.computeIfAbsent(table, name -> new ArrayList<>()).add(column);
        }

        boolean isNew(QualifiedName table, String column) {
            return added.getOrDefault(table, List.of()).stream()
                    .anyMatch(candidate -> candidate.name().equals(column));
        }

        /** Whether one of the columns is new and NULL in every row, so that no two rows are alike. */
        boolean hasNewEmpty(QualifiedName table, List<String> columns) {
            return added.getOrDefault(table, List.of()).stream()
                    .anyMatch(column ->
                            columns.contains(column.name()) && !column.isRequired() && column.defaultValue() == null);
        }
    }
}
