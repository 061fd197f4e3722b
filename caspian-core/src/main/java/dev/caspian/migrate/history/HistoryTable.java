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

    /**
     * Makes the table if there is none, once nothing contradicts the migrations.
     *
     * @return the migrations that the database does not hold yet, in order
     * @throws dev.caspian.error.MigrationException if history and migrations contradict each other
     */
    List<Migration> prepareFor(List<Migration> migrations) throws SQLException {
        List<Migration> pending = read().pending(migrations);
        create();
        return pending;
    }

    private void create() throws SQLException {
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

    History read() throws SQLException {
        if (!hasRow(sql.hasTable())) {
            return new History(false, hasRow(sql.hasOtherTables()), List.of());
        }
        List<AppliedMigration> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(HistorySql.SELECT)) {
            while (row.next()) {
                rows.add(new AppliedMigration(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3) != null,
                        row.getString(4) != null,
                        row.getString(5)));
            }
        } catch (SQLException e) {
            if (HistorySql.isMissingColumn(e)) {
                throw HistoryErrors.foreignHistory(e);
            }
            throw e;
        }
        return new History(true, false, rows);
    }

    /** Writes the row of a migration that begins, and returns its id. */
    String begin(Migration migration) throws SQLException {
        String id = UUID.randomUUID().toString();
        update(sql.insert(), id, migration.checksum(), migration.name());
        return id;
    }

    /** Completes the row of a migration whose script ran. */
    void finish(String id) throws SQLException {
        update(sql.finish(), id);
    }

    void fail(String id, String logs) throws SQLException {
        update(HistorySql.FAIL, logs, id);
    }

    /** Writes the row of a migration that a person has applied, and declares earlier attempts undone. */
    boolean markApplied(Migration migration) throws SQLException {
        create();
        rollBack(migration.name());
        update(sql.insertApplied(), UUID.randomUUID().toString(), migration.checksum(), migration.name());
        return true;
    }

    /** Declares the unfinished rows of a migration undone. */
    boolean rollBack(String name) throws SQLException {
        update(sql.rollBack(), name);
        return true;
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
