package dev.caspian.boot.sqlite;

import java.sql.SQLException;
import org.sqlite.jdbc4.JDBC4Statement;

/** A statement that refuses to run in a transaction which SQLite has rolled back. Confined to one thread. */
final class SqliteStatement extends JDBC4Statement {

    private final SqliteConnection connection;

    SqliteStatement(SqliteConnection connection) {
        super(connection);
        this.connection = connection;
    }

    @Override
    public long executeLargeUpdate(String sql) throws SQLException {
        connection.tryEnforceTransactionMode();
        return super.executeLargeUpdate(sql);
    }

    @Override
    public long[] executeLargeBatch() throws SQLException {
        connection.tryEnforceTransactionMode();
        return super.executeLargeBatch();
    }
}
