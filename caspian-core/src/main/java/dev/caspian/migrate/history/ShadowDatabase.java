package dev.caspian.migrate.history;

import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** An empty database in which migrations are rehearsed, and which is gone when it is closed. */
public final class ShadowDatabase implements AutoCloseable {

    private final SingleConnectionDataSource dataSource;

    private ShadowDatabase(SingleConnectionDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** A database in memory (SQLite). */
    static ShadowDatabase inMemory() {
        try {
            return new ShadowDatabase(
                    new SingleConnectionDataSource(DriverManager.getConnection("jdbc:sqlite::memory:"), true));
        } catch (SQLException e) {
            throw HistoryErrors.database(e);
        }
    }

    public DataSource dataSource() {
        return dataSource;
    }

    @Override
    public void close() {
        dataSource.destroy();
    }
}
