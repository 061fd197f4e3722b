package dev.caspian.migrate.history;

import dev.caspian.error.DatabaseUnreachableException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Connects to a database that is migrated. Stateless. */
final class MigrationConnection {

    private MigrationConnection() {}

    /**
     * A new connection.
     *
     * @throws DatabaseUnreachableException if the database cannot be reached or opened
     */
    static Connection open(DataSource dataSource) {
        try {
            return dataSource.getConnection();
        } catch (SQLException e) {
            throw new DatabaseUnreachableException(
                    "The database cannot be reached or opened: " + e.getMessage()
                            + ". Look at its address: a server must run there, or the folder of the file exist.",
                    e);
        }
    }
}
