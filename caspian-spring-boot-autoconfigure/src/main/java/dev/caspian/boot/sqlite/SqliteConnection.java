package dev.caspian.boot.sqlite;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteCommitListener;
import org.sqlite.jdbc4.JDBC4Connection;

/**
 * A connection that begins and ends its transactions itself, because the driver's way loses atomicity.
 *
 * <ul>
 *   <li>A transaction begins with its first statement. One that may write begins with {@code BEGIN IMMEDIATE}, after it
 *       waited in a fair queue: it never fails half way because another one wrote first. One that only reads begins with
 *       {@code BEGIN}, waits for nobody, and refuses to write.
 *   <li>The driver forgets that {@code BEGIN} failed, and commits each later statement by itself.
 *   <li>SQLite rolls back by itself when the disk is full or a write is interrupted. The driver does not notice; here
 *       every later statement of that transaction is refused.
 * </ul>
 *
 * <p>As thread-safe as any connection: used by one thread at a time.
 */
final class SqliteConnection extends JDBC4Connection {

    private final WriteQueue queue;
    private volatile WriteQueue.@Nullable Turn turn;
    private boolean reading;
    private boolean begun;
    private boolean ending;
    private boolean lost;

    SqliteConnection(String url, String file, Properties properties, WriteQueue queue) throws SQLException {
        super(url, file, properties);
        this.queue = queue;
        addCommitListener(new SQLiteCommitListener() {
            @Override
            public void onCommit() {}

            @Override
            public void onRollback() {
                if (!ending && begun) {
                    lost = true;
                }
            }
        });
    }

    /** Takes over a turn that was waited for before there was a connection. The transaction's end leaves the queue. */
    void take(WriteQueue.Turn given) {
        turn = given;
    }

    @Override
    public boolean isReadOnly() {
        return reading || super.isReadOnly();
    }

    @Override
    public void setReadOnly(boolean readOnly) throws SQLException {
        if (readOnly == reading) {
            return;
        }
        if (begun) {
            throw new SQLException("A transaction cannot become read-only, or stop to be, once it has begun.");
        }
        getDatabase().exec("PRAGMA query_only = " + readOnly, false);
        reading = readOnly;
    }

    /** Every transaction is serializable; the driver would run a statement that changes nothing. */
    @Override
    public void setTransactionIsolation(int level) throws SQLException {
        checkOpen();
        getConnectionConfig().setTransactionIsolation(level);
    }

    /** Asks SQLite itself: a statement of JDBC would begin a transaction. */
    @Override
    public boolean isValid(int timeout) throws SQLException {
        if (isClosed()) {
            return false;
        }
        getDatabase().exec("SELECT 1", false);
        return true;
    }

    @Override
    public void setAutoCommit(boolean autoCommit) throws SQLException {
        checkOpen();
        if (autoCommit && !getConnectionConfig().isAutoCommit()) {
            end("COMMIT");
        }
        getConnectionConfig().setAutoCommit(autoCommit);
    }

    private void begin() throws SQLException {
        if (begun) {
            return;
        }
        if (!isReadOnly() && turn == null) {
            turn = queue.enter();
        }
        try {
            getDatabase().exec(isReadOnly() ? "BEGIN" : "BEGIN IMMEDIATE", false);
            // Only now: had BEGIN failed, each statement would be committed by itself.
            begun = true;
        } finally {
            if (!begun) {
                leaveQueue();
            }
        }
    }

    @Override
    public void commit() throws SQLException {
        requireTransaction();
        end("COMMIT");
    }

    @Override
    public void rollback() throws SQLException {
        requireTransaction();
        if (lost) {
            lost = false;
            begun = false;
            leaveQueue();
        } else {
            end("ROLLBACK");
        }
    }

    private void requireTransaction() throws SQLException {
        checkOpen();
        if (getConnectionConfig().isAutoCommit()) {
            throw new SQLException("There is no transaction: the connection commits each statement by itself.");
        }
    }

    private void end(String statement) throws SQLException {
        tryEnforceTransactionMode();
        if (begun) {
            ending = true;
            try {
                getDatabase().exec(statement, false);
            } finally {
                ending = false;
            }
            begun = false;
        }
        leaveQueue();
    }

    private void leaveQueue() {
        WriteQueue.Turn held = turn;
        if (held != null) {
            turn = null;
            held.leave();
        }
    }

    /** The execution of a statement. */
    @FunctionalInterface
    interface Execution<T> {
        T run() throws SQLException;
    }

    /** Runs a statement: outside of a transaction, one that may write waits for its turn like a transaction. */
    <T> T inTurn(boolean mayWrite, Execution<T> execution) throws SQLException {
        tryEnforceTransactionMode();
        if (!getConnectionConfig().isAutoCommit()) {
            begin();
            return execution.run();
        }
        if (!mayWrite || reading) {
            return execution.run();
        }
        WriteQueue.Turn single = queue.enter();
        try {
            return execution.run();
        } finally {
            single.leave();
        }
    }

    /** The driver calls this too, before it executes a statement, but not before every kind. */
    @Override
    public void tryEnforceTransactionMode() throws SQLException {
        if (lost) {
            throw new SQLException(
                    "SQLite has rolled back this transaction because a statement of it failed. Nothing of"
                            + " it was saved, and nothing more can be done in it: look at the error before this one, and run"
                            + " the transaction again.");
        }
    }

    @Override
    public Statement createStatement(int type, int concurrency, int holdability) throws SQLException {
        checkOpen();
        checkCursor(type, concurrency, holdability);
        return new SqliteStatement(this);
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int type, int concurrency, int holdability)
            throws SQLException {
        checkOpen();
        checkCursor(type, concurrency, holdability);
        tryEnforceTransactionMode();
        return new SqlitePreparedStatement(this, sql);
    }

    @Override
    public Savepoint setSavepoint() throws SQLException {
        requireTransaction();
        tryEnforceTransactionMode();
        begin();
        return super.setSavepoint();
    }

    @Override
    public Savepoint setSavepoint(String name) throws SQLException {
        requireTransaction();
        tryEnforceTransactionMode();
        begin();
        return super.setSavepoint(name);
    }

    @Override
    public void rollback(Savepoint savepoint) throws SQLException {
        tryEnforceTransactionMode();
        super.rollback(savepoint);
    }

    @Override
    public void close() throws SQLException {
        try {
            super.close();
        } finally {
            leaveQueue();
        }
    }
}
