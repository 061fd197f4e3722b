package dev.caspian.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.caspian.reliability.Outcome.Kind;
import dev.caspian.reliability.client.Booking;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Iterator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Who reads for long keeps nobody from writing, and sees one moment of the database. */
@ParameterizedClass
@EnumSource
class LongReaderTests {

    private static final int THREADS = 8;

    @Parameter
    private LedgerDatabase database;

    private String url;

    @BeforeEach
    void create() {
        url = database.create();
    }

    @AfterEach
    void drop() {
        database.drop(url);
    }

    /** A stream that began its transaction as if it might write would have the only turn, and no booking would get any. */
    @Test
    void keepNobodyFromWriting() throws Exception {
        Outcomes outcomes = new Outcomes();
        try (LedgerApplication application = LedgerApplication.startNew(database, url)) {
            Ledger ledger = application.ledger();
            // More than a stream reads at once.
            int before = 1_200;
            ledger.prisma()
                    .booking()
                    .createMany(many -> many.data(
                            Stream.iterate(0, n -> n + 1).limit(before).toList(),
                            (booking, n) -> booking.id("old-" + n).accountId(0).balance(0)));
            try (Load load = Load.start(ledger, "t", THREADS, outcomes::add, () -> {})) {
                outcomes.await(Kind.ACKNOWLEDGED, 10);
                try (Stream<Booking> bookings = ledger.prisma().booking().stream(Booking.ID.startsWith("old-"))) {
                    Iterator<Booking> reader = bookings.iterator();
                    reader.next();
                    outcomes.await(Kind.ACKNOWLEDGED, Soak.choose(100, 5_000));
                    int read = 1;
                    for (; reader.hasNext(); read++) {
                        reader.next();
                    }
                    assertThat(read).isEqualTo(before);
                }
                outcomes.await(Kind.ACKNOWLEDGED, THREADS);
                load.stop();
            }
            ledger.jdbc()
                    .sql("DELETE FROM \"Booking\" WHERE \"id\" LIKE 'old-%'")
                    .update();
            Soak.print("a long reader on " + database, outcomes);
            ledger.audit(outcomes, 0);
        }
    }

    /**
     * Guard: the transaction that includes read in is begun by a statement that is known to read. One that might write takes
     * a connection of those that do, and waits for that one here.
     */
    @Test
    void readWithTheirRelatedRecordsThoughEveryConnectionThatWritesIsHeld() throws Exception {
        assumeTrue(database.queuesWriters());
        try (LedgerApplication application = LedgerApplication.startNew(
                        database,
                        url,
                        "spring.datasource.hikari.maximum-pool-size=1",
                        "spring.datasource.hikari.connection-timeout=2000");
                Connection writer = application.dataSource().getConnection();
                Statement statement = writer.createStatement()) {
            Ledger ledger = application.ledger();
            assertThat(statement.executeUpdate("INSERT INTO \"Booking\" VALUES ('b', 0, 0)"))
                    .isEqualTo(1);
            assertThat(statement.executeUpdate("INSERT INTO \"Line\" VALUES (1, 1, 'b')"))
                    .isEqualTo(1);
            assertThat(ledger.prisma().booking().findMany(q -> q.include(Booking.LINES)))
                    .singleElement()
                    .satisfies(booking -> assertThat(booking.lines()).hasSize(1));
        }
    }
}
