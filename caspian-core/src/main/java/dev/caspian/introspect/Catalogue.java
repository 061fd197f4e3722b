package dev.caspian.introspect;

import dev.caspian.error.MigrationException;
import dev.caspian.migrate.history.DriverMessage;
import dev.caspian.migrate.history.Interruption;
import dev.caspian.migrate.history.MigrationConnection;
import dev.caspian.schema.ReferentialAction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Queries the system tables of a database. Stateless. */
final class Catalogue {

    private Catalogue() {}

    /** Work on a connection. */
    @FunctionalInterface
    interface Reading<T> {
        T read(Connection connection) throws SQLException;
    }

    /** Makes a value from the row at which a result stands. */
    @FunctionalInterface
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    static <T> T read(DataSource dataSource, Reading<T> reading) {
        try (Connection connection = MigrationConnection.open(dataSource)) {
            return reading.read(connection);
        } catch (SQLException e) {
            throw new MigrationException(
                    "C3000", "The database cannot be introspected: " + DriverMessage.of(e) + ".", e);
        }
    }

    static <T> List<T> query(Connection connection, String sql, RowReader<T> reader, String... parameters)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            return Interruption.cancelling(statement, () -> read(statement, reader));
        }
    }

    private static <T> List<T> read(PreparedStatement statement, RowReader<T> reader) throws SQLException {
        List<T> values = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                values.add(reader.read(rows));
            }
        }
        return values;
    }

    /** A referential action by its SQL name. */
    static ReferentialAction action(String sql) {
        for (ReferentialAction action : ReferentialAction.values()) {
            if (action.sql().equalsIgnoreCase(sql)) {
                return action;
            }
        }
        throw new IllegalStateException("Unknown referential action " + sql);
    }
}
