package dev.caspian.migrate.diff;

import dev.caspian.database.DatabaseState;
import dev.caspian.database.QualifiedName;
import dev.caspian.migrate.diff.Step.AlterTable;
import dev.caspian.migrate.diff.Step.DropIndex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects steps and brings them into the order in which they can run: by kind, then by the place of what they change in
 * its table and of that table in its state. Confined to one comparison.
 */
final class StepList {

    private static final List<Class<? extends Step>> ORDER = List.of(
            Step.CreateSchema.class,
            Step.DropExtension.class,
            Step.CreateExtension.class,
            Step.RenameTable.class,
            Step.RenameColumn.class,
            Step.SwapColumns.class,
            Step.CreateEnum.class,
            Step.AlterEnum.class,
            Step.DropForeignKey.class,
            Step.DropIndex.class,
            Step.AlterTable.class,
            Step.AlterPrimaryKey.class,
            Step.DropTable.class,
            Step.DropEnum.class,
            Step.CreateTable.class,
            Step.RedefineTables.class,
            Step.CreateIndex.class,
            Step.RenameForeignKey.class,
            Step.AddForeignKey.class,
            Step.RenameIndex.class,
            Step.RedefineIndex.class);

    private final List<Step> steps = new ArrayList<>();
    private final Map<QualifiedName, Integer> previousPlaces;
    private final Map<QualifiedName, Integer> nextPlaces;
    private final DatabaseState next;

    StepList(DatabaseState previous, DatabaseState next) {
        this.previousPlaces = places(previous);
        this.nextPlaces = places(next);
        this.next = next;
    }

    private static Map<QualifiedName, Integer> places(DatabaseState state) {
        Map<QualifiedName, Integer> places = new HashMap<>();
        state.tables().forEach(table -> places.put(table.name(), places.size()));
        return places;
    }

    void add(Step step) {
        steps.add(step);
    }

    List<Step> inOrder() {
        List<Step> ordered = new ArrayList<>(steps);
        ordered.sort(Comparator.comparingInt(StepList::rank)
                .thenComparingInt(this::tablePlace)
                .thenComparingInt(this::placeInTable));
        moveUniqueIndexesBehindTheirPrimaryKeys(ordered);
        return List.copyOf(ordered);
    }

    private static int rank(Step step) {
        int rank = 2 * ORDER.indexOf(step.getClass());
        if (rank < 0) {
            throw new IllegalStateException("The step " + step.heading() + " has no place in the order");
        }
        boolean afterNewTables = step instanceof Step.CreateIndex create && create.tableExists();
        return afterNewTables ? rank + 1 : rank;
    }

    private int tablePlace(Step step) {
        if (step instanceof Step.DropForeignKey drop) {
            return previousPlaces.getOrDefault(drop.table(), 0);
        }
        if (step instanceof Step.DropIndex drop) {
            return previousPlaces.getOrDefault(drop.table(), 0);
        }
        if (step instanceof Step.AddForeignKey add) {
            return nextPlaces.getOrDefault(add.table(), 0);
        }
        if (step instanceof Step.CreateIndex create) {
            return (create.tableExists() ? previousPlaces : nextPlaces).getOrDefault(create.table(), 0);
        }
        return 0;
    }

    private int placeInTable(Step step) {
        if (step instanceof Step.CreateIndex create) {
            return next.table(create.table())
                    .map(table -> table.indexes().indexOf(create.index()))
                    .orElse(0);
        }
        if (step instanceof Step.AddForeignKey add) {
            return next.table(add.table())
                    .map(table -> table.foreignKeys().indexOf(add.foreignKey()))
                    .orElse(0);
        }
        return 0;
    }

    /**
     * A unique index that a primary key of the same columns replaces is dropped after that key was added: foreign keys
     * may lean on it, and there is no moment at which duplicates could slip in.
     */
    private static void moveUniqueIndexesBehindTheirPrimaryKeys(List<Step> ordered) {
        for (Step step : List.copyOf(ordered)) {
            if (step instanceof DropIndex drop) {
                ordered.stream()
                        .filter(other -> other instanceof AlterTable alter && replaces(alter, drop))
                        .findFirst()
                        .ifPresent(alter -> {
                            ordered.remove(drop);
                            ordered.add(ordered.indexOf(alter) + 1, drop);
                        });
            }
        }
    }

    private static boolean replaces(AlterTable alter, DropIndex drop) {
        List<String> columns = drop.index().columnNames();
        return drop.index().isUnique()
                && alter.previous().name().equals(drop.table())
                && alter.previous().primaryKey() == null
                && alter.changes().stream()
                        .anyMatch(change -> change instanceof TableChange.AddPrimaryKey added
                                && added.primaryKey().columnNames().equals(columns))
                && alter.changes().stream().noneMatch(change -> dropsOneOf(columns, change));
    }

    private static boolean dropsOneOf(List<String> columns, TableChange change) {
        if (change instanceof TableChange.DropColumn drop) {
            return columns.contains(drop.column().name());
        }
        return change instanceof TableChange.RecreateColumn recreate
                && columns.contains(recreate.change().previous().name());
    }
}
