package dev.caspian.migrate;

import dev.caspian.provider.Provider;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Short ways to look into a database. */
public record TestDatabase(DataSource dataSource) {

    /** A new, empty database, whose file is in the directory if it has one. */
    static TestDatabase empty(Provider provider, Path directory) {
        return switch (provider) {
            case SQLITE -> new TestDatabase(new SqliteFile(directory.resolve("test.db")).dataSource());
            case POSTGRESQL -> new TestDatabase(PostgresServer.newDatabase());
            case COCKROACHDB, MYSQL -> throw new IllegalArgumentException("No server for " + provider);
        };
    }

    public void execute(String... statements) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of every row. */
    public List<String> strings(String query) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
