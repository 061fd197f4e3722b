package dev.caspian.migrate.history;

import dev.caspian.error.MigrationException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares the history in a database with the migrations on disk. Stateless. */
public final class HistoryChecker {

    private HistoryChecker() {}

    /**
     * The migrations that remain to be applied, in order.
     *
     * @throws MigrationException if history and migrations contradict each other: P3009 an unfinished row, C3001 a
     *     changed file, C3002 a missing file, C3003 a migration older than an applied one
     */
    public static List<Migration> pending(List<AppliedMigration> history, List<Migration> migrations) {
        Map<String, Migration> files = new HashMap<>();
        migrations.forEach(migration -> files.put(migration.name(), migration));
        Set<String> applied = new HashSet<>();
        String last = "";
        for (AppliedMigration row : history) {
            if (row.isUnfinished()) {
                throw unfinished(row);
            }
            if (row.isApplied()) {
                Migration file = files.get(row.name());
                if (file == null) {
                    throw missing(row);
                }
                if (!file.hasChecksum(row.checksum())) {
                    throw changed(row);
                }
                applied.add(row.name());
                last = row.name().compareTo(last) > 0 ? row.name() : last;
            }
        }
        List<Migration> pending = new ArrayList<>();
        for (Migration migration : migrations) {
            if (!applied.contains(migration.name())) {
                if (migration.name().compareTo(last) < 0) {
                    throw outOfOrder(migration, last);
                }
                pending.add(migration);
            }
        }
        return pending;
    }

    private static MigrationException unfinished(AppliedMigration row) {
        String logs = row.logs() == null || row.logs().isBlank()
                ? ""
                : " The database said: " + row.logs().strip();
        return new MigrationException(
                "P3009",
                "The migration `" + row.name() + "` began on this database and did not end, so nothing more is applied."
                        + logs + " Undo what it left behind, then run: mvn caspian:migrate-resolve"
                        + " -Dcaspian.rolledBack=" + row.name(),
                null);
    }

    private static MigrationException changed(AppliedMigration row) {
        return new MigrationException(
                "C3001",
                "The migration `" + row.name() + "` was changed after it was applied to this database. Bring its file"
                        + " back (git checkout -- prisma/migrations/" + row.name()
                        + "/migration.sql) and put the change"
                        + " into a new migration: mvn caspian:migrate-dev",
                null);
    }

    private static MigrationException missing(AppliedMigration row) {
        return new MigrationException(
                "C3002",
                "The migration `" + row.name() + "` was applied to this database, but its folder is missing. Bring it"
                        + " back: git checkout -- prisma/migrations/" + row.name(),
                null);
    }

    private static MigrationException outOfOrder(Migration migration, String last) {
        return new MigrationException(
                "C3003",
                "The migration `" + migration.name() + "` is older than `" + last + "`, which was applied to this"
                        + " database before it. Give it a later time stamp: git mv prisma/migrations/"
                        + migration.name()
                        + " prisma/migrations/" + MigrationName.renewed(migration.name(), last),
                null);
    }
}
