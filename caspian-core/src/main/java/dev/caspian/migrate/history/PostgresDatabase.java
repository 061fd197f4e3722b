package dev.caspian.migrate.history;

import dev.caspian.error.MigrationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** Makes the database of an address on its server. Stateless. */
final class PostgresDatabase {

    /** Databases that every server has, and from which another can be made. */
    private static final List<String> PRESENT = List.of("postgres", "template1");

    private static final String DUPLICATE_DATABASE = "42P04";

    private PostgresDatabase() {}

    /** Makes the database unless it is there, and tells whether it did. */
    static boolean make(DataSource dataSource) {
        try {
            dataSource.getConnection().close();
            return false;
        } catch (SQLException e) {
            if (!MigrationConnection.isAbsentDatabase(e)) {
                throw MigrationConnection.failure(e);
            }
            String name = PostgresSibling.name(dataSource).orElseThrow(() -> MigrationConnection.failure(e));
            return make(dataSource, name, e);
        }
    }

    private static boolean make(DataSource dataSource, String name, SQLException absent) {
        for (String present : PRESENT) {
            DataSource beside =
                    PostgresSibling.of(dataSource, present).orElseThrow(() -> MigrationConnection.failure(absent));
            try (Connection connection = beside.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE \"" + name.replace("\"", "\"\"") + "\"");
                return true;
            } catch (SQLException e) {
                if (DUPLICATE_DATABASE.equals(e.getSQLState())) {
                    return false;
                }
                if (!MigrationConnection.isAbsentDatabase(e)) {
                    throw impossible(name, e);
                }
            }
        }
        throw MigrationConnection.failure(absent);
    }

    private static MigrationException impossible(String name, SQLException cause) {
        return new MigrationException(
                "P1003",
                "The database `" + name + "` does not exist, and cannot be made: " + DriverMessage.of(cause)
                        + ". Let the owner of the server make it (`CREATE DATABASE`), or let the user make databases"
                        + " (`ALTER USER … CREATEDB`).",
                cause);
    }
}
