package dev.caspian.benchmarks.peer;

import com.zaxxer.hikari.HikariDataSource;
import dev.caspian.benchmarks.workload.PostRow;
import dev.caspian.benchmarks.workload.Rows;
import dev.caspian.benchmarks.workload.UserRow;
import dev.caspian.benchmarks.workload.ViewTotals;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JDBC by hand: take a connection, prepare, execute, read by position, close. The measure of all others. */
final class JdbcPeer implements Peer {

    private final HikariDataSource pool;
    private final JdbcRows jdbc;

    JdbcPeer(Database database) {
        this.pool = database.pool();
        this.jdbc = new JdbcRows(database.product());
    }

    @Override
    public void findUser(String id, Rows rows) throws SQLException {
        UserRow user = null;
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(JdbcRows.FIND_USER)) {
            statement.setString(1, id);
            try (ResultSet found = statement.executeQuery()) {
                if (found.next()) {
                    user = jdbc.user(found);
                }
            }
        }
        if (user != null) {
            rows.user(user);
        }
    }

    @Override
    public void findUsers(int logins, int limit, Rows rows) throws SQLException {
        List<UserRow> users;
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(JdbcRows.FIND_USERS)) {
            statement.setInt(1, logins);
            statement.setInt(2, limit);
            users = users(statement);
        }
        users.forEach(rows::user);
    }

    @Override
    public void findUsersWithPosts(String from, String to, Rows rows) throws SQLException {
        Map<String, List<PostRow>> posts = new LinkedHashMap<>();
        List<UserRow> users;
        try (Connection connection = pool.getConnection()) {
            try (PreparedStatement statement = connection.prepareStatement(JdbcRows.FIND_RANGE)) {
                statement.setString(1, from);
                statement.setString(2, to);
                users = users(statement);
            }
            users.forEach(user -> posts.put(user.id(), new ArrayList<>()));
            String list = String.join(", ", Collections.nCopies(users.size(), "?"));
            try (PreparedStatement statement = connection.prepareStatement(JdbcRows.POSTS_OF + "(" + list + ")")) {
                for (int i = 0; i < users.size(); i++) {
                    statement.setString(i + 1, users.get(i).id());
                }
                for (PostRow post : posts(statement)) {
                    posts.computeIfAbsent(post.authorId(), author -> new ArrayList<>())
                            .add(post);
                }
            }
        }
        for (UserRow user : users) {
            rows.user(user);
            posts.getOrDefault(user.id(), List.of()).forEach(rows::post);
        }
    }

    @Override
    public void insertUser(UserRow user) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(JdbcRows.INSERT_USER)) {
            jdbc.bind(statement, user);
            statement.executeUpdate();
        }
    }

    @Override
    public void insertPosts(List<PostRow> posts) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement(JdbcRows.INSERT_POST)) {
                for (PostRow post : posts) {
                    jdbc.bind(statement, post);
                    statement.addBatch();
                }
                statement.executeBatch();
            }
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    @Override
    public long incrementLogins(String id) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(JdbcRows.INCREMENT)) {
            statement.setString(1, id);
            return statement.executeUpdate();
        }
    }

    @Override
    public ViewTotals totalViews(String fromAuthor, String toAuthor) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(JdbcRows.TOTALS)) {
            statement.setString(1, fromAuthor);
            statement.setString(2, toAuthor);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new ViewTotals(row.getLong(1), row.getLong(2), row.getDouble(3));
            }
        }
    }

    @Override
    public void findPosts(String before, Rows rows) throws SQLException {
        List<PostRow> posts;
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(JdbcRows.FIND_POSTS)) {
            statement.setString(1, before);
            posts = posts(statement);
        }
        posts.forEach(rows::post);
    }

    private List<UserRow> users(PreparedStatement statement) throws SQLException {
        List<UserRow> users = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                users.add(jdbc.user(row));
            }
        }
        return users;
    }

    private List<PostRow> posts(PreparedStatement statement) throws SQLException {
        List<PostRow> posts = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                posts.add(jdbc.post(row));
            }
        }
        return posts;
    }

    @Override
    public void close() {
        pool.close();
    }
}
