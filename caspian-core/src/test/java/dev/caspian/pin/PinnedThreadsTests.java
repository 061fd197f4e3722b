package dev.caspian.pin;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.sqlite.Function;

/** That {@link PinnedThreads} would see what the tests which ask it say is not there. */
@EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "There are no virtual threads")
class PinnedThreadsTests {

    private static final ReentrantLock LOCK = new ReentrantLock();

    /** What SQLite calls keeps its carrier: there are SQLite's own frames on the stack, which Java cannot move. */
    private static final class Waiting extends Function {

        @Override
        protected void xFunc() throws SQLException {
            LOCK.lock();
            LOCK.unlock();
            result(1);
        }
    }

    private static void waitInSqlite() {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                Statement statement = connection.createStatement()) {
            Function.create(connection, "wait", new Waiting());
            statement.execute("SELECT wait()");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Thread start(Runnable work) throws ReflectiveOperationException {
        return (Thread)
                Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, work);
    }

    private static void awaitWaiter() {
        while (!LOCK.hasQueuedThreads()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void seesWhereAThreadWaitsInAFunctionOfSqlite() throws Exception {
        try (PinnedThreads watch = new PinnedThreads()) {
            LOCK.lock();
            Thread thread = start(PinnedThreadsTests::waitInSqlite);
            awaitWaiter();
            LOCK.unlock();
            thread.join();
            PinnedThreads.Seen seen = watch.end();
            assertThat(seen.threads()).isPositive();
            assertThat(seen.pinnedIn("dev.caspian.pin"))
                    .isNotEmpty()
                    .allMatch(trace -> trace.contains("Waiting.xFunc"));
            assertThat(seen.pinnedIn("dev.caspian.boot")).isEmpty();
        }
    }

    @Test
    void seesNothingWhereAThreadWaitsForALock() throws Exception {
        try (PinnedThreads watch = new PinnedThreads()) {
            LOCK.lock();
            Thread thread = start(() -> {
                LOCK.lock();
                LOCK.unlock();
            });
            awaitWaiter();
            LOCK.unlock();
            thread.join();
            assertThat(watch.end().pinnedIn("dev.caspian.pin")).isEmpty();
        }
    }
}
