package dev.caspian.benchmarks.peer;

import dev.caspian.benchmarks.workload.PostRow;
import dev.caspian.benchmarks.workload.UserRow;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * Binds and reads rows as a careful programmer does for each product. SQLite has no type for points in time; milliseconds
 * since 1970 are the fastest form. Immutable.
 */
record JdbcRows(Product product) {

    static final String USER = "id, email, name, login_count, created_at";
    static final String POST = "id, title, published, views, created_at, author_id";
    static final String INSERT_USER = "INSERT INTO users (" + USER + ") VALUES (?, ?, ?, ?, ?)";
    static final String INSERT_POST = "INSERT INTO posts (" + POST + ") VALUES (?, ?, ?, ?, ?, ?)";
    static final String FIND_USER = "SELECT " + USER + " FROM users WHERE id = ?";
    static final String FIND_USERS = "SELECT " + USER + " FROM users WHERE login_count >= ? ORDER BY email LIMIT ?";
    static final String FIND_RANGE = "SELECT " + USER + " FROM users WHERE id >= ? AND id < ? ORDER BY id";
    static final String FIND_POSTS = "SELECT " + POST + " FROM posts WHERE id < ?";
    static final String POSTS_OF = "SELECT " + POST + " FROM posts WHERE author_id IN ";
    static final String INCREMENT = "UPDATE users SET login_count = login_count + 1 WHERE id = ?";
    static final String TOTALS =
            "SELECT count(*), sum(views), avg(views) FROM posts WHERE author_id >= ? AND author_id < ?";

    UserRow user(ResultSet row) throws SQLException {
        return new UserRow(row.getString(1), row.getString(2), row.getString(3), row.getInt(4), instant(row, 5));
    }

    PostRow post(ResultSet row) throws SQLException {
        return new PostRow(
                row.getString(1),
                row.getString(2),
                row.getBoolean(3),
                row.getInt(4),
                instant(row, 5),
                row.getString(6));
    }

    void bind(PreparedStatement statement, UserRow user) throws SQLException {
        statement.setString(1, user.id());
        statement.setString(2, user.email());
        statement.setString(3, user.name());
        statement.setInt(4, user.loginCount());
        bind(statement, 5, user.createdAt());
    }

    void bind(PreparedStatement statement, PostRow post) throws SQLException {
        statement.setString(1, post.id());
        statement.setString(2, post.title());
        statement.setBoolean(3, post.published());
        statement.setInt(4, post.views());
        bind(statement, 5, post.createdAt());
        statement.setString(6, post.authorId());
    }

    private void bind(PreparedStatement statement, int parameter, Instant instant) throws SQLException {
        if (product == Product.SQLITE) {
            statement.setLong(parameter, instant.toEpochMilli());
        } else {
            statement.setObject(parameter, instant.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
        }
    }

    private Instant instant(ResultSet row, int column) throws SQLException {
        // PostgreSQL's driver is faster with a Timestamp than with an OffsetDateTime.
        return product == Product.SQLITE
                ? Instant.ofEpochMilli(row.getLong(column))
                : row.getTimestamp(column).toInstant();
    }
}
