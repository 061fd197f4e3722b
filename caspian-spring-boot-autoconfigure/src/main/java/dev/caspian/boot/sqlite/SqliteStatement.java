package dev.caspian.boot.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.sqlite.jdbc4.JDBC4Statement;

/** A statement that waits for its turn to write, and refuses to run in a lost transaction. Confined to one thread. */
final class SqliteStatement extends JDBC4Statement {

    private final SqliteConnection connection;

    SqliteStatement(SqliteConnection connection) {
        super(connection);
        this.connection = connection;
    }

    @Override
    public boolean execute(String sql) throws SQLException {
        return connection.inTurn(StatementKind.mayWrite(sql), () -> super.execute(sql));
    }

    @Override
    public ResultSet executeQuery(String sql) throws SQLException {
        return connection.inTurn(StatementKind.mayWrite(sql), () -> super.executeQuery(sql));
    }

    @Override
    public long executeLargeUpdate(String sql) throws SQLException {
        return connection.inTurn(StatementKind.mayWrite(sql), () -> super.executeLargeUpdate(sql));
    }

    @Override
    public long[] executeLargeBatch() throws SQLException {
        return connection.inTurn(true, super::executeLargeBatch);
    }
}
