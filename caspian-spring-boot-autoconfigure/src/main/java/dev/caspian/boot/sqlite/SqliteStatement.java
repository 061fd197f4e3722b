package dev.caspian.boot.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.jdbc4.JDBC4Statement;

/** A statement that waits for its turn to write, ends in time, and refuses to run in a failed transaction. Confined to one
 * thread, but for {@code cancel}. */
final class SqliteStatement extends JDBC4Statement {

    private final SqliteConnection connection;
    private final Execution execution;

    SqliteStatement(SqliteConnection connection) {
        super(connection);
        this.connection = connection;
        execution = new Execution(connection, this);
    }

    private <T> T start(String sql, Execution.Work<T> work) throws SQLException {
        connection.admit(sql);
        return execution.start(StatementKind.mayWrite(sql), work);
    }

    @Override
    public boolean execute(String sql) throws SQLException {
        return start(sql, () -> super.execute(sql));
    }

    @Override
    public ResultSet executeQuery(String sql) throws SQLException {
        return start(sql, () -> super.executeQuery(sql));
    }

    @Override
    public long executeLargeUpdate(String sql) throws SQLException {
        return start(sql, () -> super.executeLargeUpdate(sql));
    }

    @Override
    public void addBatch(String sql) throws SQLException {
        connection.admit(sql);
        super.addBatch(sql);
    }

    @Override
    public long[] executeLargeBatch() throws SQLException {
        return execution.start(true, super::executeLargeBatch);
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
        execution.closeResults();
        super.close();
    }
}
