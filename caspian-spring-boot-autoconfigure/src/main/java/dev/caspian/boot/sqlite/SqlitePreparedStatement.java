package dev.caspian.boot.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.core.DB;
import org.sqlite.jdbc4.JDBC4PreparedStatement;

/**
 * A statement that waits for its turn to write, ends in time, refuses to run in a failed transaction, and may be held
 * prepared by its connection. Confined to one thread, but for {@code cancel}.
 */
final class SqlitePreparedStatement extends JDBC4PreparedStatement {

    private final Execution execution;
    private final boolean mayWrite;
    private final boolean begins;
    private final boolean ends;
    private final String[] columns;
    private final @Nullable StatementCache cache;
    private boolean inUse = true;

    /**
     * Prepares a statement.
     *
     * @param cache what takes it when it is closed; null for a statement that is freed then
     */
    SqlitePreparedStatement(SqliteConnection connection, String sql, @Nullable StatementCache cache)
            throws SQLException {
        super(connection, sql);
        this.cache = cache;
        // The driver forgets them with each result.
        columns = rs.colsMeta;
        execution = new Execution(connection, this);
        mayWrite = StatementKind.mayWrite(sql);
        begins = StatementKind.opensTransaction(sql);
        ends = !begins && StatementKind.isControl(sql);
    }

    @Override
    public boolean execute() throws SQLException {
        if (begins && conn.getAutoCommit()) {
            execution.connection().begunByStatement(true);
        }
        boolean returnsRows = execution.start(mayWrite, super::execute);
        if (ends) {
            execution.connection().begunByStatement(false);
        }
        return returnsRows;
    }

    @Override
    public ResultSet executeQuery() throws SQLException {
        return execution.start(mayWrite, this::query);
    }

    /** As the driver does it, which asks SQLite for the names of the columns again each time. */
    private ResultSet query() throws SQLException {
        checkOpen();
        if (columnCount == 0) {
            // Which refuses it.
            return super.executeQuery();
        }
        boolean hasRow = false;
        boolean done = false;
        try {
            hasRow = conn.getDatabase().execute(this, batch);
            done = true;
        } finally {
            if (!done && !pointer.isClosed()) {
                pointer.safeRunInt(DB::reset);
            }
        }
        return execution.opened(new SqliteResultSet(execution, this, columns, !hasRow, getLargeMaxRows()));
    }

    @Override
    public long executeLargeUpdate() throws SQLException {
        return execution.start(mayWrite, super::executeLargeUpdate);
    }

    /** Runs a query for the last key, which those who hold statements do not ask for. */
    @Override
    public void updateGeneratedKeys() throws SQLException {
        if (cache == null) {
            super.updateGeneratedKeys();
        }
    }

    @Override
    public long[] executeLargeBatch() throws SQLException {
        return execution.start(mayWrite, super::executeLargeBatch);
    }

    @Override
    public @Nullable ResultSet getResultSet() throws SQLException {
        return execution.results(super.getResultSet());
    }

    @Override
    public boolean getMoreResults(int current) throws SQLException {
        execution.closeResults();
        return super.getMoreResults(current);
    }

    @Override
    public void setQueryTimeout(int seconds) throws SQLException {
        execution.limit(seconds);
    }

    @Override
    public int getQueryTimeout() {
        return execution.timeout();
    }

    @Override
    public void cancel() {
        execution.cancel();
    }

    @Override
    public void close() throws SQLException {
        if (inUse) {
            execution.closeResults();
            // After some errors the driver has freed it.
            if (cache == null || pointer.isClosed()) {
                super.close();
            } else {
                forgetItsUser();
                cache.put(sql, this);
            }
        }
    }

    private void forgetItsUser() throws SQLException {
        inUse = false;
        clearBatch();
        execution.limit(0);
        setLargeMaxRows(0);
    }

    /** Hands it to who asked for a held statement. */
    SqlitePreparedStatement takenOut() {
        inUse = true;
        return this;
    }

    /** Frees what SQLite has of it. */
    void free() throws SQLException {
        super.close();
    }
}
