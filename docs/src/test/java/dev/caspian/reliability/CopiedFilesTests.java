package dev.caspian.reliability;

import dev.caspian.reliability.Outcome.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * The files of a SQLite database, as they are at any moment under load, hold what was acknowledged.
 *
 * <p>The writing process is stopped while they are copied, so that the copy is what the operating system would have if the
 * process died just then. What the disk would have after a power cut is not tested here: the operating system may hold
 * back what was not synchronised.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "It has no signal that stops a process")
class CopiedFilesTests {

    private static final int COPIES = Soak.choose(3, 100);
    private static final int THREADS = 8;

    private String url;

    @BeforeEach
    void create() {
        url = LedgerDatabase.SQLITE.create();
    }

    @AfterEach
    void drop() {
        LedgerDatabase.SQLITE.drop(url);
    }

    /** A copy without the write-ahead log lacks most bookings. */
    @Test
    void holdWhatWasAcknowledged() throws Exception {
        LedgerApplication.startNew(LedgerDatabase.SQLITE, url).close();
        try (LedgerProcess process = LedgerProcess.start(url, "p", THREADS)) {
            process.ready();
            process.go();
            for (int copy = 1; copy <= COPIES; copy++) {
                process.outcomes().await(Kind.ACKNOWLEDGED, 40);
                auditCopy(process);
            }
            Soak.print(COPIES + " copies", process.stop());
        }
    }

    private void auditCopy(LedgerProcess process) throws Exception {
        String copied = LedgerDatabase.SQLITE.create();
        try {
            process.signal("STOP");
            Outcomes before = new Outcomes();
            before.addAll(process.outcomes());
            copy(copied, "");
            copy(copied, "-wal");
            process.signal("CONT");
            try (LedgerApplication application = LedgerApplication.start(copied)) {
                // What it said last may not have been read yet.
                application.ledger().audit(before, Integer.MAX_VALUE);
                LedgerDatabase.SQLITE.requireIntact(application.ledger());
                application.ledger().book("after", 0, () -> {});
            }
        } finally {
            LedgerDatabase.SQLITE.drop(copied);
        }
    }

    private void copy(String target, String suffix) throws IOException {
        Files.copy(Path.of(LedgerDatabase.file(url) + suffix), Path.of(LedgerDatabase.file(target) + suffix));
    }
}
