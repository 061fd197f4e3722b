package dev.caspian.migrate.history;

import dev.caspian.error.FileFailure;
import dev.caspian.error.MigrationException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.sql.SQLException;
import java.util.regex.Pattern;

/** The errors that every runner reports alike. */
final class HistoryErrors {

    private static final int SQLITE_BUSY = 5;
    private static final int SQLITE_FULL = 13;
    private static final int SQLITE_NOT_A_DATABASE = 26;

    /** Prisma writes its stack trace behind the message. */
    private static final Pattern TRACE = Pattern.compile("\\n\\s+0: ");

    private HistoryErrors() {}

    static MigrationException databaseInUse() {
        return new MigrationException(
                "P3005",
                "The database has tables but no history of migrations. Write a first migration that describes what is"
                        + " there, and record it as applied: " + Recovery.applied("<name>"),
                null);
    }

    static MigrationException unfinished(AppliedMigration row) {
        String logs = row.logs() == null || row.logs().isBlank()
                ? ""
                : " The database said: "
                        + DriverMessage.folded(TRACE.split(row.logs().strip(), 2)[0]) + ".";
        return new MigrationException(
                "P3009",
                "The migration `" + row.name() + "` began on this database and did not end, so nothing more is applied."
                        + logs + " Undo what it left behind, then run " + Recovery.rolledBack(row.name())
                        + ". Or complete it by hand, then run " + Recovery.applied(row.name()),
                null);
    }

    static MigrationException changed(AppliedMigration row) {
        return new MigrationException(
                "C3001",
                "The migration `" + row.name() + "` was changed after it was applied to this database. "
                        + broughtBack("its `migration.sql`", "as it was applied", row)
                        + ", and put the change into a new migration: " + Recovery.dev() + inDevelopment(),
                null);
    }

    static MigrationException missing(AppliedMigration row) {
        return new MigrationException(
                "C3002",
                "The migration `" + row.name() + "` was applied to this database, but its folder is missing. "
                        + broughtBack("it", "from another copy of the project", row) + inDevelopment(),
                null);
    }

    /** Git matches these patterns wherever the folder of the migrations is. */
    private static String broughtBack(String what, String how, AppliedMigration row) {
        String path = " -- \"*/" + row.name() + "/*\"`";
        return "Bring " + what + " back " + how + " (`git log" + path + " lists the commits that changed it, and `git"
                + " checkout <commit>" + path + " brings it back as it was in one of them)";
    }

    private static String inDevelopment() {
        return ". Or, in development, lose all data and begin again: " + Recovery.reset();
    }

    static MigrationException outOfOrder(Migration migration, String last) {
        return new MigrationException(
                "C3003",
                "The migration `" + migration.name() + "` is older than `" + last + "`, which was applied to this"
                        + " database before it. Give it a later time stamp: rename its folder to `"
                        + MigrationName.renewed(migration.name(), last) + "`.",
                null);
    }

    /** C3000: the table {@code _prisma_migrations} has other columns than Prisma's. */
    static MigrationException foreignHistory(SQLException cause) {
        return new MigrationException(
                "C3000",
                "The table `_prisma_migrations` is not laid out as Prisma Migrate lays it out: "
                        + DriverMessage.of(cause)
                        + ". If it is of something else, rename it there, or migrate another database schema.",
                cause);
    }

    /** C3006: a folder or file of the migrations cannot be read or written. */
    static MigrationException files(String what, IOException cause) {
        return new MigrationException(
                "C3006", what + ": " + FileFailure.reason(cause) + ". Look at the path and its permissions.", cause);
    }

    /** P3015: a migration without a script. */
    static MigrationException unreadable(String name, IOException cause) {
        boolean text = cause instanceof CharacterCodingException;
        return new MigrationException(
                "P3015",
                text
                        ? "The migration.sql of the migration `" + name + "` is not in UTF-8. Save it in that encoding."
                        : "The migration `" + name + "` has no readable migration.sql. Restore the file, or delete the"
                                + " folder if the migration was never applied.",
                cause);
    }

    /** C3000, or P1002 if another process held the lock for too long. */
    static MigrationException database(SQLException cause) {
        return switch (cause.getErrorCode()) {
            case SQLITE_BUSY ->
                new MigrationException(
                        "P1002",
                        "Another process has held the lock of the database for too long. Wait until it is done, and"
                                + " run this again.",
                        cause);
            case SQLITE_FULL ->
                new MigrationException(
                        "C3000",
                        "The database has no room for what its migrations write: " + DriverMessage.of(cause)
                                + ". Make room on its disk, or raise `max_page_count` if that is set, and run this again.",
                        cause);
            case SQLITE_NOT_A_DATABASE ->
                new MigrationException(
                        "C3000",
                        "The file is not a SQLite database. Look at the path in its address, or move the file away.",
                        cause);
            default ->
                new MigrationException(
                        "C3000",
                        "The database failed while its migrations were looked at: " + DriverMessage.of(cause) + ".",
                        cause);
        };
    }
}
