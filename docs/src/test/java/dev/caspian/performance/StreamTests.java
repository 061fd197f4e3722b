package dev.caspian.performance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.behaviour.TestDatabase;
import dev.caspian.performance.StreamProcess.Way;
import dev.caspian.performance.client.PrismaClient;
import dev.caspian.reliability.Soak;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A stream of more records than the memory has room for, in a process of its own; with {@code -Dcaspian.soak} a million in
 * 64 MB.
 *
 * <p>{@code RecordStream} keeps the promise: PostgreSQL's driver loads all rows at once unless it is told how many to fetch,
 * in a transaction.
 */
class StreamTests {

    private static final int ROWS = Soak.choose(150_000, 1_000_000);
    private static final int MEGABYTES = Soak.choose(32, 64);

    @ParameterizedTest
    @EnumSource
    void aStreamNeedsNoMemoryForItsRecords(TestDatabase database) throws Exception {
        try (Store store = Store.empty(database)) {
            fill(store.client());

            JavaProcess streaming = read(database, store, Way.STREAM);
            assertThat(streaming.output().strip()).isEqualTo(StreamProcess.summary(LongStream.rangeClosed(1, ROWS)));
            assertThat(streaming.exitCode()).isZero();

            // Or else this test would show nothing.
            assertThat(read(database, store, Way.LIST).exitCode()).isEqualTo(JavaProcess.OUT_OF_MEMORY);
        }
    }

    private static JavaProcess read(TestDatabase database, Store store, Way way) throws Exception {
        return JavaProcess.run(
                List.of("-Xmx" + MEGABYTES + "m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError"),
                StreamProcess.class,
                database.name(),
                store.url(),
                way.name());
    }

    /** The database makes the posts, of the first one, which has another form for a time on each database. */
    private static void fill(PrismaClient prisma) {
        prisma.user().create(u -> u.id("u").email("a@x").loginCount(0).createdAt(Store.START));
        prisma.post()
                .create(p -> p.id("1")
                        .title("A title")
                        .published(true)
                        .views(1)
                        .createdAt(Store.START)
                        .authorId("u"));
        prisma.executeRaw(
                "INSERT INTO \"Post\" (\"id\", \"title\", \"published\", \"views\", \"createdAt\", \"authorId\")"
                        + " WITH RECURSIVE number(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM number WHERE i < " + ROWS
                        + ")"
                        + " SELECT CAST(i AS text), 'Post title number ' || i, i % 2 = 0, i, \"createdAt\", \"authorId\""
                        + " FROM number, \"Post\" WHERE \"id\" = '1'");
    }
}
