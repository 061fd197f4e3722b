package dev.caspian.migrate.history;

import dev.caspian.error.MigrationException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a database remembers of its migrations.
 *
 * @param recorded whether it has the table {@code _prisma_migrations}
 * @param inUse whether it has tables although it has no history
 * @param rows the rows of the history, in the order in which the migrations began
 */
public record History(boolean recorded, boolean inUse, List<AppliedMigration> rows) {

    public History {
        rows = List.copyOf(rows);
    }

    /** The migrations that the database holds, by name, in the order in which they began. */
    public List<String> applied() {
        return rows.stream()
                .filter(AppliedMigration::isApplied)
                .map(AppliedMigration::name)
                .toList();
    }

    /** The rows of one migration. */
    public List<AppliedMigration> rows(String name) {
        return rows.stream().filter(row -> row.name().equals(name)).toList();
    }

    /**
     * The migrations that remain to be applied, in order.
     *
     * @throws MigrationException the first of the {@link #problems}
     */
    public List<Migration> pending(List<Migration> migrations) {
        List<MigrationException> problems = problems(migrations);
        if (!problems.isEmpty()) {
            throw problems.get(0);
        }
        return without(applied(), migrations);
    }

    private static List<Migration> without(List<String> applied, List<Migration> migrations) {
        Set<String> done = new HashSet<>(applied);
        return migrations.stream()
                .filter(migration -> !done.contains(migration.name()))
                .toList();
    }

    /**
     * Where history and migrations contradict each other, so that nothing can be applied: P3005 tables without a history,
     * P3009 an unfinished row, C3001 a changed file, C3002 a missing file, C3003 a migration older than an applied one.
     */
    public List<MigrationException> problems(List<Migration> migrations) {
        List<MigrationException> problems = new ArrayList<>();
        if (inUse) {
            problems.add(HistoryErrors.databaseInUse());
        }
        Map<String, Migration> files =
                migrations.stream().collect(Collectors.toMap(Migration::name, migration -> migration));
        Map<String, String> applied = new HashMap<>();
        for (AppliedMigration row : rows) {
            if (row.isUnfinished()) {
                problems.add(HistoryErrors.unfinished(row));
            } else if (row.isApplied()) {
                applied.put(row.name(), row.checksum());
                Migration file = files.get(row.name());
                if (file == null) {
                    problems.add(HistoryErrors.missing(row));
                } else if (!file.hasChecksum(row.checksum())) {
                    problems.add(HistoryErrors.changed(row));
                }
            }
        }
        String last = applied.keySet().stream().max(String::compareTo).orElse("");
        for (Migration migration : migrations) {
            if (!applied.containsKey(migration.name()) && migration.name().compareTo(last) < 0) {
                problems.add(HistoryErrors.outOfOrder(migration, last));
            }
        }
        return problems;
    }
}
