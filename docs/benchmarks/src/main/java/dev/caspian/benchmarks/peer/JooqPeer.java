package dev.caspian.benchmarks.peer;

import static java.util.Objects.requireNonNull;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.avg;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;

import com.zaxxer.hikari.HikariDataSource;
import dev.caspian.benchmarks.workload.PostRow;
import dev.caspian.benchmarks.workload.Rows;
import dev.caspian.benchmarks.workload.UserRow;
import dev.caspian.benchmarks.workload.ViewTotals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.BatchBindStep;
import org.jooq.Converter;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** jOOQ's DSL, with records of one's own for rows. */
final class JooqPeer implements Peer {

    private final HikariDataSource pool;
    private final DSLContext jooq;

    private final Table<Record> users = table(name("users"));
    private final Field<String> userId = field(name("users", "id"), SQLDataType.CLOB);
    private final Field<String> email = field(name("users", "email"), SQLDataType.CLOB);
    private final Field<String> userName = field(name("users", "name"), SQLDataType.CLOB);
    private final Field<Integer> loginCount = field(name("users", "login_count"), SQLDataType.INTEGER);
    private final Field<Instant> userCreated;

    private final Table<Record> posts = table(name("posts"));
    private final Field<String> postId = field(name("posts", "id"), SQLDataType.CLOB);
    private final Field<String> postTitle = field(name("posts", "title"), SQLDataType.CLOB);
    private final Field<Boolean> published = field(name("posts", "published"), SQLDataType.BOOLEAN);
    private final Field<Integer> views = field(name("posts", "views"), SQLDataType.INTEGER);
    private final Field<Instant> postCreated;
    private final Field<String> authorId = field(name("posts", "author_id"), SQLDataType.CLOB);

    JooqPeer(Database database) {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        pool = database.pool();
        boolean sqlite = database.product() == Product.SQLITE;
        jooq = DSL.using(
                pool, sqlite ? SQLDialect.SQLITE : SQLDialect.POSTGRES, new Settings().withExecuteLogging(false));
        DataType<Instant> instant = sqlite
                ? SQLDataType.BIGINT.asConvertedDataType(
                        Converter.ofNullable(Long.class, Instant.class, Instant::ofEpochMilli, Instant::toEpochMilli))
                : SQLDataType.INSTANT;
        userCreated = field(name("users", "created_at"), instant);
        postCreated = field(name("posts", "created_at"), instant);
    }

    @Override
    public void findUser(String id, Rows rows) {
        UserRow user = jooq.select(userId, email, userName, loginCount, userCreated)
                .from(users)
                .where(userId.eq(id))
                .fetchOne(mapping(UserRow::new));
        if (user != null) {
            rows.user(user);
        }
    }

    @Override
    public void findUsers(int logins, int limit, Rows rows) {
        jooq.select(userId, email, userName, loginCount, userCreated)
                .from(users)
                .where(loginCount.ge(logins))
                .orderBy(email)
                .limit(limit)
                .fetch(mapping(UserRow::new))
                .forEach(rows::user);
    }

    @Override
    public void findUsersWithPosts(String from, String to, Rows rows) {
        List<UserRow> found = jooq.select(userId, email, userName, loginCount, userCreated)
                .from(users)
                .where(userId.ge(from))
                .and(userId.lt(to))
                .orderBy(userId)
                .fetch(mapping(UserRow::new));
        Map<String, List<PostRow>> byAuthor = new LinkedHashMap<>();
        found.forEach(user -> byAuthor.put(user.id(), new ArrayList<>()));
        for (PostRow post : jooq.select(postId, postTitle, published, views, postCreated, authorId)
                .from(posts)
                .where(authorId.in(byAuthor.keySet()))
                .fetch(mapping(PostRow::new))) {
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
        jooq.insertInto(users, userId, email, userName, loginCount, userCreated)
                .values(user.id(), user.email(), user.name(), user.loginCount(), user.createdAt())
                .execute();
    }

    @Override
    public void insertPosts(List<PostRow> rows) {
        jooq.transaction(transaction -> {
            DSLContext inside = transaction.dsl();
            BatchBindStep batch =
                    inside.batch(inside.insertInto(posts, postId, postTitle, published, views, postCreated, authorId)
                            .values((String) null, null, null, null, null, null));
            for (PostRow row : rows) {
                batch = batch.bind(
                        row.id(), row.title(), row.published(), row.views(), row.createdAt(), row.authorId());
            }
            batch.execute();
        });
    }

    @Override
    public long incrementLogins(String id) {
        return jooq.update(users)
                .set(loginCount, loginCount.plus(inline(1)))
                .where(userId.eq(id))
                .execute();
    }

    @Override
    public ViewTotals totalViews(String fromAuthor, String toAuthor) {
        return requireNonNull(jooq.select(count(), sum(views), avg(views))
                .from(posts)
                .where(authorId.ge(fromAuthor))
                .and(authorId.lt(toAuthor))
                .fetchOne(mapping(
                        (number, sum, average) -> new ViewTotals(number, sum.longValue(), average.doubleValue()))));
    }

    @Override
    public void findPosts(String before, Rows rows) {
        jooq.select(postId, postTitle, published, views, postCreated, authorId)
                .from(posts)
                .where(postId.lt(before))
                .fetch(mapping(PostRow::new))
                .forEach(rows::post);
    }

    @Override
    public void close() {
        pool.close();
    }
}
