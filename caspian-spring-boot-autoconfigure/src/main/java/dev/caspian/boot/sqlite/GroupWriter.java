package dev.caspian.boot.sqlite;

import dev.caspian.jdbc.RoutingPool.Use;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commits single statements of several threads in one transaction, because each commit waits for the disk. Thread-safe.
 *
 * <p>The first thread leads: it waits for the turn to write, takes those with it that have come meanwhile, and nobody goes
 * on before the commit of all. A statement that fails, alone or with its group, is undone and then run again by the thread
 * that asked for it: nobody fails for what somebody else did, nor with the stack of another thread.
 */
final class GroupWriter {

    private static final Logger log = LoggerFactory.getLogger(GroupWriter.class);

    private static final int LARGEST_GROUP = 64;

    private final SqlitePool pool;
    private final Object lock = new Object();
    private final Deque<Seat<?>> waiting = new ArrayDeque<>();
    private boolean led;

    GroupWriter(SqlitePool pool) {
        this.pool = pool;
    }

    /** A statement, and what the leader's thread leaves to the thread that waits for it. */
    private static final class Seat<T> {

        private final Use<T> statement;

        /** Until when the thread waits, for others in the group and for its turn together. */
        private final Deadline end;

        /** Called once, by another thread: what that one wrote before is seen behind it. */
        private final Semaphore called = new Semaphore(0);

        private @Nullable T result;
        private boolean leads;
        private @Nullable Throwable failure;
        private @Nullable SQLException unknown;
        private boolean committed;

        Seat(Use<T> statement, Deadline end) {
            this.statement = statement;
            this.end = end;
        }

        /** Runs the statement alone, in a connection that commits it: a failure is for its own thread. */
        void runAlone(Connection connection) throws SQLException {
            result = statement.run(connection);
            committed = true;
        }

        /** Runs the statement as one of several, and undoes what it did if it failed. */
        void runAmongOthers(Connection connection) throws SQLException {
            Savepoint savepoint = connection.setSavepoint();
            try {
                result = statement.run(connection);
            } catch (SQLException | RuntimeException | Error e) {
                failure = e;
                // Not what it says, which may hold values: the statement's own thread will tell it.
                log.debug("A statement of a group failed, and will be run again alone: {}", e.getClass());
                connection.rollback(savepoint);
            }
            connection.releaseSavepoint(savepoint);
        }
    }

    /** Runs a statement, and comes back when it has been committed. */
    @SuppressWarnings("NullAway") // The result may be null where that of the statement may.
    <T> T write(Use<T> statement) throws SQLException {
        pool.queue().requireNoTurn();
        Seat<T> seat = new Seat<>(statement, Deadline.in(pool.queue().patience()));
        if (!leadsAtOnce(seat)) {
            await(seat);
        }
        if (seat.leads) {
            lead(seat);
        }
        SQLException unknown = seat.unknown;
        if (unknown != null) {
            throw new SqliteStateException(
                    String.valueOf(unknown.getMessage()), SqlStates.codeOf(unknown), unknown.getSQLState(), unknown);
        }
        return seat.committed ? seat.result : pool.writeAlone(statement);
    }

    private boolean leadsAtOnce(Seat<?> seat) {
        synchronized (lock) {
            seat.leads = !led;
            led = true;
            if (!seat.leads) {
                waiting.add(seat);
            }
            return seat.leads;
        }
    }

    /** Waits until another thread has run the statement, or leaves it to this one to lead. */
    private void await(Seat<?> seat) throws SQLException {
        try {
            if (!seat.called.tryAcquire(
                    seat.end.millisUpTo(pool.queue().patience().toMillis()), TimeUnit.MILLISECONDS)) {
                if (withdraw(seat)) {
                    throw pool.queue().waitedTooLong();
                }
                seat.called.acquireUninterruptibly();
            }
        } catch (InterruptedException e) {
            if (withdraw(seat)) {
                throw WriteQueue.interrupted(e);
            }
            // It is being run and soon done: what became of it must not remain unknown.
            seat.called.acquireUninterruptibly();
            Thread.currentThread().interrupt();
        }
    }

    private boolean withdraw(Seat<?> seat) {
        synchronized (lock) {
            return waiting.remove(seat);
        }
    }

    private void lead(Seat<?> own) throws SQLException {
        List<Seat<?>> others = new ArrayList<>();
        try {
            WriteQueue.Turn turn = pool.queue().enterAfterWaiting(own.end);
            try {
                gather(others);
                write(own, others, turn);
            } finally {
                turn.leave();
            }
        } finally {
            handOver();
            others.forEach(seat -> seat.called.release());
        }
    }

    private void gather(List<Seat<?>> others) {
        synchronized (lock) {
            while (!waiting.isEmpty() && others.size() < LARGEST_GROUP - 1) {
                others.add(waiting.remove());
            }
        }
    }

    private void handOver() {
        Seat<?> next;
        synchronized (lock) {
            next = waiting.poll();
            led = next != null;
        }
        if (next != null) {
            next.leads = true;
            next.called.release();
        }
    }

    private void write(Seat<?> own, List<Seat<?>> others, WriteQueue.Turn turn) throws SQLException {
        try (Connection connection = pool.writer()) {
            SqliteConnection physical = connection.unwrap(SqliteConnection.class);
            SqliteTransaction transaction = physical.transaction();
            transaction.take(turn);
            try {
                if (others.isEmpty()) {
                    own.runAlone(physical);
                } else {
                    List<Seat<?>> group = new ArrayList<>(others);
                    group.add(0, own);
                    writeTogether(group, connection, physical);
                }
            } finally {
                // What failed before SQLite ran it has not taken the turn, which must not stay in the connection.
                transaction.leaveQueue();
            }
        }
    }

    private static void writeTogether(List<Seat<?>> group, Connection connection, SqliteConnection physical)
            throws SQLException {
        connection.setAutoCommit(false);
        try {
            for (Seat<?> seat : group) {
                seat.runAmongOthers(physical);
            }
        } catch (SQLException e) {
            undo(group, connection, e);
            return;
        }
        try {
            connection.commit();
            group.forEach(seat -> seat.committed = seat.failure == null);
        } catch (SQLException e) {
            undo(group, connection, e);
            if (SqlStates.isOutcomeUnknown(e)) {
                // Nobody may run again what may have been saved.
                group.forEach(seat -> seat.unknown = e);
            }
        }
    }

    private static void undo(List<Seat<?>> group, Connection connection, SQLException cause) {
        log.debug(
                "A group of {} statements failed, and each of them will be run again alone: {}",
                group.size(),
                SqlStates.codeOf(cause));
        try {
            connection.rollback();
        } catch (SQLException e) {
            // The connection has been closed, and with it the transaction: nobody is concerned.
            log.warn("A group of statements could not be rolled back, and its connection was closed", e);
        }
    }
}
