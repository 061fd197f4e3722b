package dev.caspian.boot.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caspian.jdbc.RoutingPool;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteCommitListener;

/** Single statements of several threads, which wait while another transaction writes and are then committed together. */
class GroupWriterTests {

    private static final int THREADS = 8;

    @TempDir
    private Path folder;

    private Accounts accounts;
    private RoutingPool pool;

    @BeforeEach
    void openAccounts() throws SQLException {
        accounts = Accounts.in(folder);
        pool = accounts.pool.unwrap(RoutingPool.class);
    }

    @AfterEach
    void closeAccounts() {
        accounts.close();
    }

    private static RoutingPool.Use<Integer> insert(int id, int amount) {
        return connection -> {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO account VALUES (?, ?)")) {
                insert.setInt(1, id);
                insert.setInt(2, amount);
                return insert.executeUpdate();
            }
        };
    }

    private List<Integer> ids() {
        return accounts.jdbc
                .sql("SELECT id FROM account WHERE id > 1 ORDER BY id")
                .query(Integer.class)
                .list();
    }

    /** Runs the writes in threads of their own, all of which wait before the first one begins. */
    private <T> List<FutureTask<T>> together(List<RoutingPool.Use<T>> writes) {
        List<FutureTask<T>> tasks = new ArrayList<>();
        accounts.transaction().executeWithoutResult(status -> {
            accounts.add(1);
            for (RoutingPool.Use<T> write : writes) {
                FutureTask<T> task = new FutureTask<>(() -> pool.write(write));
                start(task);
                tasks.add(task);
            }
        });
        return tasks;
    }

    private static Thread start(FutureTask<?> task) {
        Thread thread = new Thread(task);
        thread.start();
        while (thread.getState() != Thread.State.TIMED_WAITING && !task.isDone()) {
            Thread.onSpinWait();
        }
        return thread;
    }

    private static Throwable failure(FutureTask<?> task) throws InterruptedException {
        try {
            return new AssertionError("It succeeded with " + task.get());
        } catch (ExecutionException e) {
            return e.getCause();
        }
    }

    /** Guard: {@code gather}. Without it, each statement is committed alone. */
    @Test
    void commitsOnceForAllWhoWait() throws Exception {
        Commits commits = new Commits();
        List<RoutingPool.Use<Integer>> writes = new ArrayList<>();
        for (int id = 10; id < 10 + THREADS; id++) {
            RoutingPool.Use<Integer> insert = insert(id, 1);
            writes.add(connection -> {
                connection.unwrap(SqliteConnection.class).addCommitListener(commits);
                return insert.run(connection);
            });
        }

        for (FutureTask<Integer> task : together(writes)) {
            assertThat(task.get()).isEqualTo(1);
        }

        assertThat(ids()).hasSize(THREADS);
        assertThat(commits.count).hasValue(1);
    }

    /** Counts the commits of every connection that it listens to, each of which keeps it once. */
    private static final class Commits implements SQLiteCommitListener {

        private final AtomicInteger count = new AtomicInteger();

        @Override
        public void onCommit() {
            count.incrementAndGet();
        }

        @Override
        public void onRollback() {}
    }

    /** Guard: the savepoint of each statement, and that what failed runs again alone. */
    @Test
    void failsOneWithoutTheOthersAndWithTheStackOfItsOwnThread() throws Exception {
        List<FutureTask<Integer>> tasks = together(List.of(insert(10, 1), insert(11, 1), insert(1, 1), insert(12, 1)));

        assertThat(tasks.get(0).get()).isEqualTo(1);
        assertThat(tasks.get(1).get()).isEqualTo(1);
        assertThat(failure(tasks.get(2)))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("UNIQUE constraint failed")
                .satisfies(failure -> assertThat(failure.getStackTrace())
                        .extracting(StackTraceElement::getMethodName)
                        .contains("writeAlone"));
        assertThat(tasks.get(3).get()).isEqualTo(1);
        assertThat(ids()).containsExactly(10, 11, 12);
    }

    /** Guard: ROLLBACK TO the savepoint. Without it, the statement meets its own row when it runs again. */
    @Test
    void undoesAStatementWhoseResultCouldNotBeRead() throws Exception {
        RoutingPool.Use<Integer> unreadable = connection -> {
            insert(11, 1).run(connection);
            throw new IllegalArgumentException("unreadable");
        };

        List<FutureTask<Integer>> tasks = together(List.of(insert(10, 1), unreadable, insert(12, 1)));

        assertThat(failure(tasks.get(1))).isInstanceOf(IllegalArgumentException.class);
        assertThat(tasks.get(2).get()).isEqualTo(1);
    }

    /** Guard: everybody runs again alone after the group was rolled back. */
    @Test
    void savesTheOthersWhenOneStatementEndsTheTransaction() throws Exception {
        accounts.jdbc
                .sql("CREATE TRIGGER ending BEFORE INSERT ON account WHEN NEW.amount = 13"
                        + " BEGIN SELECT RAISE(ROLLBACK, 'no'); END")
                .update();

        List<FutureTask<Integer>> tasks = together(List.of(insert(10, 1), insert(11, 13), insert(12, 1)));

        assertThat(tasks.get(0).get()).isEqualTo(1);
        assertThat(failure(tasks.get(1))).hasMessageContaining("no");
        assertThat(tasks.get(2).get()).isEqualTo(1);
        assertThat(ids()).containsExactly(10, 12);
    }

    /** Guard: nobody goes on before the commit, and a commit that failed is that of nobody. */
    @Test
    void savesTheOthersWhenOneOfThemCannotBeCommitted() throws Exception {
        accounts.jdbc
                .sql("CREATE TABLE entry (account INTEGER REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED)")
                .update();

        List<FutureTask<Integer>> tasks = together(List.of(entry(1), entry(99), entry(1)));

        assertThat(tasks.get(0).get()).isEqualTo(1);
        assertThat(failure(tasks.get(1))).hasMessageContaining("FOREIGN KEY constraint failed");
        assertThat(tasks.get(2).get()).isEqualTo(1);
        assertThat(accounts.jdbc
                        .sql("SELECT account FROM entry")
                        .query(Integer.class)
                        .list())
                .containsExactly(1, 1);
    }

    private static RoutingPool.Use<Integer> entry(int account) {
        return connection -> {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO entry VALUES (?)")) {
                insert.setInt(1, account);
                return insert.executeUpdate();
            }
        };
    }

    /** Guard: an Error is caught as any failure is. Without that, it is thrown to the thread that leads. */
    @Test
    void goesOnAfterAStatementThatThrowsWhatNobodyExpects() throws Exception {
        RoutingPool.Use<Integer> throwing = connection -> {
            throw new StackOverflowError("unexpected");
        };

        List<FutureTask<Integer>> tasks = together(List.of(insert(10, 1), throwing, insert(11, 1)));

        assertThat(tasks.get(0).get()).isEqualTo(1);
        assertThat(failure(tasks.get(1))).isInstanceOf(StackOverflowError.class);
        assertThat(tasks.get(2).get()).isEqualTo(1);
        assertThat(ids()).containsExactly(10, 11);
    }

    /** Guard: the turn is taken out of a connection whose statement could not be prepared. */
    @Test
    void leavesNoTurnInAConnectionWhoseStatementCouldNotBePrepared() throws Exception {
        assertThatThrownBy(() -> pool.write(connection -> {
                    connection
                            .prepareStatement("INSERT INTO nowhere VALUES (1)")
                            .close();
                    return 1;
                }))
                .hasMessageContaining("no such table");

        SqlitePool own = (SqlitePool) pool;
        try (Connection same = own.writer()) {
            WriteQueue.Turn turn =
                    same.unwrap(SqliteConnection.class).transaction().turnOfOne(Deadline.NEVER);
            assertThatThrownBy(() -> own.queue().requireNoTurn()).hasMessageContaining("one writer");
            turn.leave();
        }
    }

    @Test
    void leavesOutWhoIsInterruptedWhileItWaits() throws Exception {
        FutureTask<Integer> leading = new FutureTask<>(() -> pool.write(insert(10, 1)));
        FutureTask<Integer> interrupted = new FutureTask<>(() -> pool.write(insert(11, 1)));
        FutureTask<Integer> last = new FutureTask<>(() -> pool.write(insert(12, 1)));
        accounts.transaction().executeWithoutResult(status -> {
            accounts.add(1);
            Thread leader = start(leading);
            Thread victim = start(interrupted);
            start(last);
            victim.interrupt();
            leader.interrupt();
        });

        assertThat(failure(leading)).hasMessageContaining("Interrupted while waiting");
        assertThat(failure(interrupted)).hasMessageContaining("Interrupted while waiting");
        assertThat(last.get()).isEqualTo(1);
        assertThat(ids()).containsExactly(12);
    }

    /** Guard: {@code requireNoTurn}. Without it, the thread waits for itself. */
    @Test
    void refusesAThreadThatWritesInATransactionAlready() {
        accounts.transaction().executeWithoutResult(status -> {
            accounts.add(1);
            assertThatThrownBy(() -> pool.write(insert(10, 1))).hasMessageContaining("one writer");
        });
        assertThat(ids()).isEmpty();
    }
}
