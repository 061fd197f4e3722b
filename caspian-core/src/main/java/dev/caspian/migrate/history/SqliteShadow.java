package dev.caspian.migrate.history;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A SQLite database in memory. */
final class SqliteShadow implements ShadowDatabase {

    private final SqliteRunner runner;
    private final SingleConnectionDataSource dataSource;

    SqliteShadow(SqliteRunner runner) {
        this.runner = runner;
        try {
            dataSource = new SingleConnectionDataSource(DriverManager.getConnection("jdbc:sqlite::memory:"), true);
        } catch (SQLException e) {
            throw HistoryErrors.database(e);
        }
    }

    @Override
    public void run(List<Migration> migrations) {
        runner.rehearse(dataSource, migrations);
    }

    @Override
    public DataSource dataSource() {
        return dataSource;
    }

    @Override
    public void close() {
        dataSource.destroy();
    }
}
