package dev.caspian.boot.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What results say that read columns by SQLite's own functions. */
class SqliteResultSetTests {

    private static final String VALUES =
            "SELECT 0, 1, -7, 2147483648, 1.5, 'text', '', '12abc', 'ünï – 😀', 'a' || char(0) || 'b',"
                    + " x'01ff', x'', NULL, 9e999, CAST(x'fffe41' AS TEXT)";

    @FunctionalInterface
    private interface Reading {
        Object read(ResultSet result, int column) throws SQLException;
    }

    private static Map<String, Reading> readings() {
        Map<String, Reading> readings = new LinkedHashMap<>();
        readings.put("getObject", ResultSet::getObject);
        readings.put("getString", ResultSet::getString);
        readings.put("getBytes", ResultSet::getBytes);
        readings.put("getInt", ResultSet::getInt);
        readings.put("getLong", ResultSet::getLong);
        readings.put("getDouble", ResultSet::getDouble);
        readings.put("getBoolean", ResultSet::getBoolean);
        return readings;
    }

    @TempDir
    Path directory;

    /** Guard for UTF-16: {@code isUtf8}. Without it, texts are read as the bytes of another encoding. */
    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16le", "UTF-16be"})
    void saysWhatThatOfTheDriverSays(String encoding) throws SQLException {
        String url = "jdbc:sqlite:" + directory.resolve("values.db");
        try (Connection plain = DriverManager.getConnection(url);
                Statement statement = plain.createStatement()) {
            statement.execute("PRAGMA encoding = '" + encoding + "'");
            statement.execute("CREATE TABLE value AS " + VALUES);
            try (Connection own = new SqliteDataSource(url, new Properties()).getConnection();
                    Statement ownStatement = own.createStatement();
                    ResultSet expected = statement.executeQuery("SELECT * FROM value");
                    ResultSet result = ownStatement.executeQuery("SELECT * FROM value")) {
                expected.next();
                result.next();
                for (int column = 1; column <= 15; column++) {
                    for (Map.Entry<String, Reading> reading : readings().entrySet()) {
                        assertThat(reading.getValue().read(result, column))
                                .describedAs("%s of column %s", reading.getKey(), column)
                                .isEqualTo(reading.getValue().read(expected, column));
                        assertThat(result.wasNull())
                                .describedAs("wasNull after %s of column %s", reading.getKey(), column)
                                .isEqualTo(column == 13);
                    }
                }
            }
        }
    }

    @Test
    void refusesColumnsThatAreNotThere() throws SQLException {
        try (Connection connection = new SqliteDataSource("jdbc:sqlite:" + directory.resolve("a.db"), new Properties())
                        .getConnection();
                Statement statement = connection.createStatement()) {
            ResultSet result = statement.executeQuery("SELECT 1");
            result.next();
            for (Reading reading : readings().values()) {
                assertThatThrownBy(() -> reading.read(result, 0)).isInstanceOf(SQLException.class);
                assertThatThrownBy(() -> reading.read(result, 2)).isInstanceOf(SQLException.class);
            }
            result.close();
            for (Reading reading : readings().values()) {
                assertThatThrownBy(() -> reading.read(result, 1)).isInstanceOf(SQLException.class);
            }
        }
    }
}
