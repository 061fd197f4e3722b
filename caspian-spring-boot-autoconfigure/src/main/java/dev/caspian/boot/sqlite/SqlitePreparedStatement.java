package dev.caspian.boot.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.sqlite.jdbc4.JDBC4PreparedStatement;

/** A statement that waits for its turn to write, and refuses to run in a lost transaction. Confined to one thread. */
final class SqlitePreparedStatement extends JDBC4PreparedStatement {

    private final SqliteConnection connection;
    private final boolean mayWrite;

    SqlitePreparedStatement(SqliteConnection connection, String sql) throws SQLException {
        super(connection, sql);
        this.connection = connection;
        this.mayWrite = StatementKind.mayWrite(sql);
    }

    @Override
    public boolean execute() throws SQLException {
        return connection.inTurn(mayWrite, super::execute);
    }

    @Override
    public ResultSet executeQuery() throws SQLException {
        return connection.inTurn(mayWrite, super::executeQuery);
    }

    @Override
    public long executeLargeUpdate() throws SQLException {
        return connection.inTurn(mayWrite, super::executeLargeUpdate);
    }

    @Override
    public long[] executeLargeBatch() throws SQLException {
        return connection.inTurn(mayWrite, super::executeLargeBatch);
    }
}
