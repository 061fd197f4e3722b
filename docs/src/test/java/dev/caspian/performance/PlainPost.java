package dev.caspian.performance;

import dev.caspian.behaviour.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** A post as somebody has it who writes JDBC by hand: with the fields of the generated one. */
record PlainPost(String id, String title, boolean published, int views, Instant createdAt, String authorId) {

    private static final String SQL = "SELECT \"id\", \"title\", \"published\", \"views\", \"createdAt\", \"authorId\""
            + " FROM \"Post\" WHERE \"id\" < ?";

    /** What {@link Call#FIND_10_000} finds. */
    static List<PlainPost> read(DataSource dataSource, TestDatabase kind) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setString(1, Store.INSERTED);
            try (ResultSet result = statement.executeQuery()) {
                List<PlainPost> posts = new ArrayList<>();
                while (result.next()) {
                    posts.add(new PlainPost(
                            result.getString(1),
                            result.getString(2),
                            result.getBoolean(3),
                            result.getInt(4),
                            kind.instant(result, 5),
                            result.getString(6)));
                }
                return posts;
            }
        }
    }
}
