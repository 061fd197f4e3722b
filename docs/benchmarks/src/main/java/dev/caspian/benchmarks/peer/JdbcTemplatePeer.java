package dev.caspian.benchmarks.peer;

import static java.util.Objects.requireNonNull;

import com.zaxxer.hikari.HikariDataSource;
import dev.caspian.benchmarks.workload.PostRow;
import dev.caspian.benchmarks.workload.Rows;
import dev.caspian.benchmarks.workload.UserRow;
import dev.caspian.benchmarks.workload.ViewTotals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Spring's {@code JdbcTemplate} with row mappers that read by position. */
final class JdbcTemplatePeer implements Peer {

    private final HikariDataSource pool;
    private final JdbcTemplate template;
    private final NamedParameterJdbcTemplate named;
    private final TransactionTemplate transaction;
    private final JdbcRows jdbc;
    private final RowMapper<UserRow> users;
    private final RowMapper<PostRow> posts;

    JdbcTemplatePeer(Database database) {
        pool = database.pool();
        template = new JdbcTemplate(pool);
        named = new NamedParameterJdbcTemplate(template);
        transaction = new TransactionTemplate(new JdbcTransactionManager(pool));
        jdbc = new JdbcRows(database.product());
        users = (row, number) -> jdbc.user(row);
        posts = (row, number) -> jdbc.post(row);
    }

    @Override
    public void findUser(String id, Rows rows) {
        template.query(JdbcRows.FIND_USER, users, id).forEach(rows::user);
    }

    @Override
    public void findUsers(int logins, int limit, Rows rows) {
        template.query(JdbcRows.FIND_USERS, users, logins, limit).forEach(rows::user);
    }

    @Override
    public void findUsersWithPosts(String from, String to, Rows rows) {
        List<UserRow> found = template.query(JdbcRows.FIND_RANGE, users, from, to);
        Map<String, List<PostRow>> byAuthor = new LinkedHashMap<>();
        found.forEach(user -> byAuthor.put(user.id(), new ArrayList<>()));
        for (PostRow post : named.query(JdbcRows.POSTS_OF + "(:ids)", Map.of("ids", byAuthor.keySet()), posts)) {
            byAuthor.computeIfAbsent(post.authorId(), author -> new ArrayList<>())
                    .add(post);
        }
        for (UserRow user : found) {
            rows.user(user);
            byAuthor.getOrDefault(user.id(), List.of()).forEach(rows::post);
        }
    }

    @Override
    public void insertUser(UserRow user) {
        template.update(JdbcRows.INSERT_USER, statement -> jdbc.bind(statement, user));
    }

    @Override
    public void insertPosts(List<PostRow> rows) {
        transaction.executeWithoutResult(
                status -> template.batchUpdate(JdbcRows.INSERT_POST, rows, rows.size(), jdbc::bind));
    }

    @Override
    public long incrementLogins(String id) {
        return template.update(JdbcRows.INCREMENT, id);
    }

    @Override
    public ViewTotals totalViews(String fromAuthor, String toAuthor) {
        return requireNonNull(template.queryForObject(
                JdbcRows.TOTALS,
                (row, number) -> new ViewTotals(row.getLong(1), row.getLong(2), row.getDouble(3)),
                fromAuthor,
                toAuthor));
    }

    @Override
    public void findPosts(String before, Rows rows) {
        template.query(JdbcRows.FIND_POSTS, posts, before).forEach(rows::post);
    }

    @Override
    public void close() {
        pool.close();
    }
}
