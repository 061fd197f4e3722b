package dev.caspian.migrate.history;

import dev.caspian.error.MigrationException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Connects to a database that is migrated. Stateless. */
final class MigrationConnection {

    private MigrationConnection() {}

    /**
     * A new connection.
     *
     * @throws MigrationException P1001 if the database cannot be reached or opened
     */
    static Connection open(DataSource dataSource) {
        try {
            return dataSource.getConnection();
        } catch (SQLException e) {
            throw new MigrationException(
                    "P1001",
                    "The database cannot be reached or opened: " + e.getMessage()
                            + ". Look at its address: a server must run there, or the folder of the file exist.",
                    e);
        }
    }
}
