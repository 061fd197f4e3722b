package dev.caspian.boot.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.jdbc4.JDBC4PreparedStatement;

/** A statement that waits for its turn to write, ends in time, and refuses to run in a failed transaction. Confined to one
 * thread, but for {@code cancel}. */
final class SqlitePreparedStatement extends JDBC4PreparedStatement {

    private final Execution execution;
    private final boolean mayWrite;

    SqlitePreparedStatement(SqliteConnection connection, String sql) throws SQLException {
        super(connection, sql);
        execution = new Execution(connection, this);
        mayWrite = StatementKind.mayWrite(sql);
    }

    @Override
    public boolean execute() throws SQLException {
        return execution.start(mayWrite, super::execute);
    }

    @Override
    public ResultSet executeQuery() throws SQLException {
        return execution.start(mayWrite, super::executeQuery);
    }

    @Override
    public long executeLargeUpdate() throws SQLException {
        return execution.start(mayWrite, super::executeLargeUpdate);
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
        execution.closeResults();
        super.close();
    }
}
