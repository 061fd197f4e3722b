package dev.caspian.migrate.history;

import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** An empty SQLite database in memory, which is gone when it is closed. */
final class ShadowDatabase implements AutoCloseable {

    private final SingleConnectionDataSource dataSource;

    private ShadowDatabase(SingleConnectionDataSource dataSource) {
        this.dataSource = dataSource;
    }

    static ShadowDatabase inMemory() {
        try {
            return new ShadowDatabase(
                    new SingleConnectionDataSource(DriverManager.getConnection("jdbc:sqlite::memory:"), true));
        } catch (SQLException e) {
            throw HistoryErrors.database(e);
        }
    }

    DataSource dataSource() {
        return dataSource;
    }

    @Override
    public void close() {
        dataSource.destroy();
    }
}
