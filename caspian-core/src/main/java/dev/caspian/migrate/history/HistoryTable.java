package dev.caspian.migrate.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Reads and writes {@code _prisma_migrations} on one connection, in whatever transaction that connection is. */
final class HistoryTable {

    private final Connection connection;
    private final HistorySql sql;

    HistoryTable(Connection connection, HistorySql sql) {
        this.connection = connection;
        this.sql = sql;
    }

    boolean exists() throws SQLException {
        return hasRow(sql.hasTable());
    }

    /** Whether the database holds tables that no migration can have made, as there is no history. */
    boolean isDatabaseInUse() throws SQLException {
        return hasRow(sql.hasOtherTables());
    }

    void create() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql.createTable());
        }
    }

    private boolean hasRow(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    /** Every row, in the order in which the migrations began; empty if there is no table. */
    List<AppliedMigration> read() throws SQLException {
        List<AppliedMigration> history = new ArrayList<>();
        if (!exists()) {
            return history;
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(HistorySql.SELECT)) {
            while (rows.next()) {
                history.add(new AppliedMigration(
                        rows.getString(1),
                        rows.getString(2),
                        rows.getString(3) != null,
                        rows.getString(4) != null,
                        rows.getString(5)));
            }
        }
        return history;
    }

    /** Writes the row of a migration that begins, and returns its id. */
    String begin(Migration migration) throws SQLException {
        String id = UUID.randomUUID().toString();
        update(sql.insert(), id, migration.checksum(), migration.name());
        return id;
    }

    /**
     * Marks a migration as applied.
     *
     * @param steps 1 for a script that ran, 0 for one that a person has declared applied
     */
    void finish(String id, int steps) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql.finish())) {
            statement.setInt(1, steps);
            statement.setString(2, id);
            statement.executeUpdate();
        }
    }

    void fail(String id, String logs) throws SQLException {
        update(HistorySql.FAIL, logs, id);
    }

    void rollBack(String name) throws SQLException {
        update(sql.rollBack(), name);
    }

    private void update(String statementText, String... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(statementText)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
