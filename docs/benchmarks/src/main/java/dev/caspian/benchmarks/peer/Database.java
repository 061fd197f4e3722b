package dev.caspian.benchmarks.peer;

import com.zaxxer.hikari.HikariDataSource;
import dev.caspian.migrate.PrismaMigrate;
import dev.caspian.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * A database of a peer's own, with so many models in its schema.
 *
 * <p>Durability is the same for all: PostgreSQL's default, and on SQLite {@code synchronous=NORMAL} with a write-ahead log.
 */
public record Database(Product product, String url, int models) {

    /** A pool of ten connections, as whoever writes SQL by hand or uses another library has it. */
    public HikariDataSource pool() {
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(driver());
        return pool;
    }

    /** Connections of the driver's, with what its documentation recommends. */
    private DataSource driver() {
        return switch (product) {
            case SQLITE -> {
                SQLiteConfig config = new SQLiteConfig();
                config.setJournalMode(SQLiteConfig.JournalMode.WAL);
                config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
                config.setBusyTimeout(5_000);
                config.enforceForeignKeys(true);
                SQLiteDataSource dataSource = new SQLiteDataSource(config);
                dataSource.setUrl(url);
                yield dataSource;
            }
            case POSTGRESQL -> {
                PGSimpleDataSource dataSource = new PGSimpleDataSource();
                dataSource.setUrl(url);
                yield dataSource;
            }
        };
    }

    /** The same for whoever fills it, and need not wait until each row is on the disk. */
    public Database hasty() {
        return product == Product.POSTGRESQL
                ? new Database(product, url + "&options=-c%20synchronous_commit=off", models)
                : this;
    }

    /** A connection that no peer uses. */
    public Connection connect() throws SQLException {
        return driver().getConnection();
    }

    /** Its schema. */
    Schema schema() {
        return product.schema(models);
    }

    /** Creates the tables, as Caspian's migrations do. */
    public void createTables() {
        new PrismaMigrate(product.provider()).push(driver(), schema(), true);
    }

    /** Lets the product count its rows, as it does by itself in time. */
    public void analyze() throws SQLException {
        if (product == Product.SQLITE) {
            execute("ANALYZE");
        } else {
            vacuum();
        }
    }

    /** Where deleted rows leave gaps, removes them, so that the tables of all peers stay the same for the planner. */
    public void vacuum() throws SQLException {
        if (product == Product.POSTGRESQL) {
            execute("VACUUM (ANALYZE)");
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
