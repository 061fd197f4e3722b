package dev.caspian.benchmarks.peer;

import com.zaxxer.hikari.HikariDataSource;
import dev.caspian.benchmarks.workload.PostRow;
import dev.caspian.benchmarks.workload.Rows;
import dev.caspian.benchmarks.workload.UserRow;
import dev.caspian.benchmarks.workload.ViewTotals;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.babyfish.jimmer.sql.JSqlClient;
import org.babyfish.jimmer.sql.ast.Expression;
import org.babyfish.jimmer.sql.ast.mutation.SaveMode;
import org.babyfish.jimmer.sql.ast.tuple.Tuple3;
import org.babyfish.jimmer.sql.dialect.PostgresDialect;
import org.babyfish.jimmer.sql.dialect.SQLiteDialect;
import org.babyfish.jimmer.sql.runtime.ConnectionManager;
import org.babyfish.jimmer.sql.runtime.ScalarProvider;

/** Jimmer: immutable entities, fetchers, and commands to save them. */
final class JimmerPeer implements Peer {

    private static final JimmerUserTable USER = JimmerUserTable.$;
    private static final JimmerPostTable POST = JimmerPostTable.$;
    private static final JimmerUserFetcher USERS = JimmerUserFetcher.$.allScalarFields();
    private static final JimmerPostFetcher POSTS =
            JimmerPostFetcher.$.allScalarFields().authorId();
    private static final JimmerUserFetcher WITH_POSTS = USERS.posts(POSTS);

    private final HikariDataSource pool;
    private final JSqlClient jimmer;

    JimmerPeer(Database database) {
        pool = database.pool();
        JSqlClient.Builder builder =
                JSqlClient.newBuilder().setConnectionManager(ConnectionManager.simpleConnectionManager(pool));
        jimmer = switch (database.product()) {
            case SQLITE ->
                builder.setDialect(new SQLiteDialect())
                        .addScalarProvider(new Milliseconds())
                        .build();
            case POSTGRESQL -> builder.setDialect(new PostgresDialect()).build();
        };
    }

    private static final class Milliseconds implements ScalarProvider<Instant, Long> {

        @Override
        public Instant toScalar(Long stored) {
            return Instant.ofEpochMilli(stored);
        }

        @Override
        public Long toSql(Instant instant) {
            return instant.toEpochMilli();
        }
    }

    @Override
    public void findUser(String id, Rows rows) {
        JimmerUser user = jimmer.findById(USERS, id);
        if (user != null) {
            hand(user, rows);
        }
    }

    @Override
    public void findUsers(int logins, int limit, Rows rows) {
        jimmer.createQuery(USER)
                .where(USER.loginCount().ge(logins))
                .orderBy(USER.email().asc())
                .select(USER.fetch(USERS))
                .limit(limit)
                .execute()
                .forEach(user -> hand(user, rows));
    }

    @Override
    public void findUsersWithPosts(String from, String to, Rows rows) {
        List<JimmerUser> users = jimmer.createQuery(USER)
                .where(USER.id().ge(from), USER.id().lt(to))
                .orderBy(USER.id().asc())
                .select(USER.fetch(WITH_POSTS))
                .execute();
        for (JimmerUser user : users) {
            hand(user, rows);
            user.posts().forEach(post -> hand(post, rows));
        }
    }

    @Override
    @SuppressWarnings("NullAway") // Jimmer's drafts do not say what may be null.
    public void insertUser(UserRow row) {
        JimmerUser user = JimmerUserDraft.$.produce(draft -> {
            draft.setId(row.id());
            draft.setEmail(row.email());
            draft.setName(row.name());
            draft.setLoginCount(row.loginCount());
            draft.setCreatedAt(row.createdAt());
        });
        jimmer.getEntities().saveCommand(user).setMode(SaveMode.INSERT_ONLY).execute();
    }

    @Override
    public void insertPosts(List<PostRow> rows) throws SQLException {
        List<JimmerPost> posts = rows.stream()
                .map(row -> JimmerPostDraft.$.produce(draft -> {
                    draft.setId(row.id());
                    draft.setTitle(row.title());
                    draft.setPublished(row.published());
                    draft.setViews(row.views());
                    draft.setCreatedAt(row.createdAt());
                    draft.setAuthorId(row.authorId());
                }))
                .toList();
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            jimmer.getEntities()
                    .saveEntitiesCommand(posts)
                    .setMode(SaveMode.INSERT_ONLY)
                    .execute(connection);
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    @Override
    public long incrementLogins(String id) {
        return jimmer.createUpdate(USER)
                .set(USER.loginCount(), USER.loginCount().plus(1))
                .where(USER.id().eq(id))
                .execute();
    }

    @Override
    public ViewTotals totalViews(String fromAuthor, String toAuthor) {
        Tuple3<Long, Long, Double> totals = jimmer.createQuery(POST)
                .where(POST.author().id().ge(fromAuthor), POST.author().id().lt(toAuthor))
                .select(
                        Expression.rowCount(),
                        POST.views().sumAsLong(),
                        POST.views().avg())
                .execute()
                .get(0);
        return new ViewTotals(totals.get_1(), totals.get_2(), totals.get_3());
    }

    @Override
    public void findPosts(String before, Rows rows) {
        jimmer.createQuery(POST)
                .where(POST.id().lt(before))
                .select(POST.fetch(POSTS))
                .execute()
                .forEach(post -> hand(post, rows));
    }

    private static void hand(JimmerUser user, Rows rows) {
        rows.user(user.id(), user.email(), user.name(), user.loginCount(), user.createdAt());
    }

    private static void hand(JimmerPost post, Rows rows) {
        rows.post(post.id(), post.title(), post.published(), post.views(), post.createdAt(), post.authorId());
    }

    @Override
    public void close() {
        pool.close();
    }
}
