package dev.caspian.jdbc;

import dev.caspian.error.DatabaseUnreachableException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * How a PostgreSQL database takes the case from text. Thread-safe.
 *
 * <p>{@code lower} goes by the database's locale, and the locale {@code C} knows ASCII only. Such a database has other
 * collations that know more (PostgreSQL documentation, 23.2.2.1), and is asked for one once.
 */
public final class PostgresqlFolding {

    private static final String PROBE = """
            SELECT CASE WHEN lower('Ä') <> 'ä' THEN (
                SELECT quote_ident(collname) FROM pg_collation
                WHERE collname IN ('pg_c_utf8', 'C.utf8', 'C.UTF-8', 'en_US.utf8', 'und-x-icu')
                AND collencoding IN (-1, pg_char_to_encoding(getdatabaseencoding()))
                ORDER BY array_position(
                    ARRAY['pg_c_utf8', 'C.utf8', 'C.UTF-8', 'en_US.utf8', 'und-x-icu'], collname::text)
                LIMIT 1) END""";

    private final DataSource dataSource;
    private volatile @Nullable String collate;

    public PostgresqlFolding(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The text without its case, in SQL. */
    public String fold(String text) {
        String suffix = collate;
        if (suffix == null) {
            suffix = probe();
            collate = suffix;
        }
        return "lower(" + text + suffix + ")";
    }

    private String probe() {
        Connection connection;
        try {
            connection = DataSourceUtils.getConnection(dataSource);
        } catch (CannotGetJdbcConnectionException e) {
            throw unreachable(e);
        }
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(PROBE)) {
            String collation = result.next() ? result.getString(1) : null;
            return collation == null ? "" : " COLLATE " + collation;
        } catch (SQLException e) {
            throw unreachable(e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    private static DatabaseUnreachableException unreachable(Exception cause) {
        return new DatabaseUnreachableException(
                "The database cannot be asked for its collations: " + cause.getMessage(), cause);
    }
}
