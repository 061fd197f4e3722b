package dev.caspian.boot.sqlite;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;

/** A pool of connections to a SQLite database, in which transactions that write wait before they take a connection. */
final class SqlitePool extends HikariDataSource {

    private final WriteQueue queue;

    /** Takes over the configuration of a pool that has not been started. */
    SqlitePool(HikariDataSource configuration, SqliteDataSource source) {
        configuration.copyStateTo(this);
        queue = source.queue();
        setDataSource(source);
        if (source.isInMemory()) {
            keepTheOneConnection();
        }
    }

    private void keepTheOneConnection() {
        setMaximumPoolSize(1);
        setMinimumIdle(1);
        setIdleTimeout(0);
        setMaxLifetime(0);
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (isClosed()) {
            throw new SQLException("The pool `" + getPoolName() + "` has been closed.");
        }
        return LazyConnection.of(super::getConnection, queue, isAutoCommit());
    }
}
