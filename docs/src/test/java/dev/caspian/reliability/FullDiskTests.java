package dev.caspian.reliability;

import dev.caspian.reliability.Outcome.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A disk that is full costs the bookings that find no room, each with an error that has a name, and no others. When there is
 * room again, the application goes on by itself.
 *
 * <p>Without refusing what follows in a transaction that SQLite has rolled back, lines without their booking are found.
 */
class FullDiskTests {

    private static final int THREADS = 4;

    @ParameterizedTest
    @EnumSource
    void losesNothingOnAFullDisk(LedgerDatabase database) throws Exception {
        try (SmallDisk disk = SmallDisk.mount(database.smallestDisk())) {
            String url = database.createOn(disk.directory());
            Outcomes outcomes = new Outcomes();
            try (LedgerApplication application = LedgerApplication.startNew(database, url, LedgerApplication.QUIET)) {
                disk.fill();
                try (Load load = Load.start(application.ledger(), "d", THREADS, outcomes::add, () -> {})) {
                    outcomes.awaitFailures(5 * THREADS);
                    disk.empty();
                    outcomes.await(Kind.ACKNOWLEDGED, THREADS);
                    load.stop();
                }
                Soak.print("full disk of " + database, outcomes);
                application.ledger().audit(outcomes, 0);
                database.requireIntact(application.ledger());
            } finally {
                database.drop(url);
            }
        }
    }

    /** The kernel lets this process write files of so many blocks, as if the disk ended there. */
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "It has no such limit")
    void losesNothingWhenFilesMayNotGrow() throws Exception {
        String url = LedgerDatabase.SQLITE.create();
        List<String> limited = List.of("sh", "-c", "ulimit -f 3000 && exec \"$@\"", "sh");
        try (LedgerApplication application = LedgerApplication.startNew(LedgerDatabase.SQLITE, url);
                LedgerProcess process = LedgerProcess.start(limited, url, "u", THREADS)) {
            process.ready();
            process.go();
            process.outcomes().awaitFailures(5 * THREADS);
            // Another process, which may write more, makes room in the log.
            application
                    .ledger()
                    .jdbc()
                    .sql("PRAGMA wal_checkpoint(TRUNCATE)")
                    .query()
                    .listOfRows();
            process.outcomes().await(Kind.ACKNOWLEDGED, THREADS);
            Soak.print("a process that may write no more", process.stop() + " " + process.outcomes());
            application.ledger().audit(process.outcomes(), 0);
            LedgerDatabase.SQLITE.requireIntact(application.ledger());
        } finally {
            LedgerDatabase.SQLITE.drop(url);
        }
    }
}
