package dev.caspian.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.reliability.client.Account;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * SQLite's write-ahead log grows while somebody reads, because what he sees must stay in it, and not any more when he has
 * finished.
 */
class LogSizeTests {

    private static final long MEGABYTE = 1 << 20;

    /** What `journal_size_limit` leaves of the log. */
    private static final long LIMIT = 64 * MEGABYTE;

    private String url;

    @BeforeEach
    void create() {
        url = LedgerDatabase.SQLITE.create();
    }

    @AfterEach
    void drop() {
        LedgerDatabase.SQLITE.drop(url);
    }

    /** Without `journal_size_limit`, the log keeps its largest size for ever. */
    @Test
    void shrinksWhenAReaderHasFinished() throws Exception {
        try (LedgerApplication application = LedgerApplication.startNew(LedgerDatabase.SQLITE, url)) {
            Ledger ledger = application.ledger();
            ledger.jdbc().sql("CREATE TABLE \"File\" (content BLOB)").update();
            try (Stream<Account> accounts = ledger.prisma().account().stream()) {
                Iterator<Account> reader = accounts.iterator();
                reader.next();
                for (int written = 0; written < 70; written++) {
                    writeMegabyte(ledger);
                }
                assertThat(logSize()).isGreaterThan(LIMIT);
            }
            // The first one moves the log into the database, and the second one begins it again.
            writeMegabyte(ledger);
            writeMegabyte(ledger);
            long size = logSize();
            Soak.print("the log after a reader, in bytes", size);
            assertThat(size).isLessThanOrEqualTo(LIMIT);
        }
    }

    private static void writeMegabyte(Ledger ledger) {
        ledger.jdbc().sql("INSERT INTO \"File\" VALUES (zeroblob(1000000))").update();
    }

    private long logSize() throws IOException {
        return Files.size(Path.of(LedgerDatabase.file(url) + "-wal"));
    }
}
