package dev.caspian.migrate.history;

import dev.caspian.error.MigrationException;
import java.sql.SQLException;

/** The errors that every runner reports alike. */
final class HistoryErrors {

    private static final int SQLITE_BUSY = 5;

    private HistoryErrors() {}

    static MigrationException databaseInUse() {
        return new MigrationException(
                "P3005",
                "The database has tables but no history of migrations. Write a first migration that describes what is"
                        + " there, and record it as applied: mvn caspian:migrate-resolve -Dcaspian.applied=<name>",
                null);
    }

    /** C3000, or P1002 if another process held the lock for too long. */
    static MigrationException database(SQLException cause) {
        return new MigrationException(
                isBusy(cause) ? "P1002" : "C3000",
                (isBusy(cause)
                                ? "Another process has held the lock of the database for too long. Run this again: "
                                : "The database failed while its migrations were looked at: ")
                        + cause.getMessage(),
                cause);
    }

    private static boolean isBusy(SQLException cause) {
        return cause.getErrorCode() == SQLITE_BUSY;
    }
}
