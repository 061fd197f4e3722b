package dev.caspian.benchmarks.peer;

import com.zaxxer.hikari.HikariDataSource;
import dev.caspian.benchmarks.workload.PostRow;
import dev.caspian.benchmarks.workload.Rows;
import dev.caspian.benchmarks.workload.UserRow;
import dev.caspian.benchmarks.workload.ViewTotals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.annotation.Id;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.domain.Limit;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.data.jdbc.core.dialect.JdbcArrayColumns;
import org.springframework.data.jdbc.core.dialect.JdbcDialect;
import org.springframework.data.jdbc.core.dialect.JdbcPostgresDialect;
import org.springframework.data.jdbc.repository.config.AbstractJdbcConfiguration;
import org.springframework.data.jdbc.repository.config.EnableJdbcRepositories;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.relational.core.dialect.AnsiDialect;
import org.springframework.data.relational.core.dialect.LimitClause;
import org.springframework.data.relational.core.mapping.Table;
import org.springframework.data.repository.ListCrudRepository;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Repositories of Spring Data JDBC. Posts are aggregates of their own: as parts of users they would be read one by one. */
final class SpringDataPeer implements Peer {

    private final AnnotationConfigApplicationContext context;
    private final Users users;
    private final Posts posts;
    private final JdbcAggregateTemplate template;
    private final TransactionTemplate transaction;

    SpringDataPeer(Database database) {
        context = new AnnotationConfigApplicationContext();
        context.registerBean(Database.class, () -> database);
        context.register(Repositories.class);
        context.refresh();
        users = context.getBean(Users.class);
        posts = context.getBean(Posts.class);
        template = context.getBean(JdbcAggregateTemplate.class);
        transaction = new TransactionTemplate(context.getBean(JdbcTransactionManager.class));
    }

    @Table("users")
    record User(@Id String id, String email, @Nullable String name, int loginCount, Instant createdAt) {}

    @Table("posts")
    record Post(@Id String id, String title, boolean published, int views, Instant createdAt, String authorId) {}

    interface Users extends ListCrudRepository<User, String> {

        List<User> findByLoginCountGreaterThanEqualOrderByEmail(int logins, Limit limit);

        List<User> findByIdGreaterThanEqualAndIdLessThanOrderById(String from, String to);

        @Modifying
        @Query("UPDATE users SET login_count = login_count + 1 WHERE id = :id")
        int increment(String id);
    }

    interface Posts extends ListCrudRepository<Post, String> {

        List<Post> findByAuthorIdIn(Collection<String> ids);

        List<Post> findByIdLessThan(String id);

        @Query("SELECT count(*) AS posts, sum(views) AS views, avg(views) AS average FROM posts"
                + " WHERE author_id >= :fromAuthor AND author_id < :toAuthor")
        ViewTotals totals(String fromAuthor, String toAuthor);
    }

    @Configuration
    @EnableJdbcRepositories(considerNestedRepositories = true, basePackageClasses = SpringDataPeer.class)
    static class Repositories extends AbstractJdbcConfiguration {

        private final Database database;

        Repositories(Database database) {
            this.database = database;
        }

        @Bean
        HikariDataSource dataSource() {
            return database.pool();
        }

        @Bean
        NamedParameterJdbcOperations operations(HikariDataSource pool) {
            return new NamedParameterJdbcTemplate(pool);
        }

        @Bean
        JdbcTransactionManager transactionManager(HikariDataSource pool) {
            return new JdbcTransactionManager(pool);
        }

        @Bean
        @Override
        public JdbcDialect jdbcDialect(NamedParameterJdbcOperations operations) {
            return database.product() == Product.SQLITE ? new SqliteDialect() : JdbcPostgresDialect.INSTANCE;
        }

        @Override
        protected List<?> userConverters() {
            return database.product() == Product.SQLITE
                    ? List.of(new ReadInstant(), new WriteInstant(), new ReadBoolean())
                    : List.of();
        }
    }

    /** Spring Data has none for SQLite. */
    private static final class SqliteDialect extends AnsiDialect implements JdbcDialect {

        @Override
        public JdbcArrayColumns getArraySupport() {
            return JdbcArrayColumns.Unsupported.INSTANCE;
        }

        @Override
        public LimitClause limit() {
            return new LimitClause() {
                @Override
                public String getLimit(long limit) {
                    return "LIMIT " + limit;
                }

                @Override
                public String getOffset(long offset) {
                    return "LIMIT -1 OFFSET " + offset;
                }

                @Override
                public String getLimitOffset(long limit, long offset) {
                    return "LIMIT " + limit + " OFFSET " + offset;
                }

                @Override
                public Position getClausePosition() {
                    return Position.AFTER_ORDER_BY;
                }
            };
        }
    }

    @ReadingConverter
    private static final class ReadInstant implements Converter<Long, Instant> {
        @Override
        public Instant convert(Long stored) {
            return Instant.ofEpochMilli(stored);
        }
    }

    @WritingConverter
    private static final class WriteInstant implements Converter<Instant, Long> {
        @Override
        public Long convert(Instant instant) {
            return instant.toEpochMilli();
        }
    }

    @ReadingConverter
    private static final class ReadBoolean implements Converter<Integer, Boolean> {
        @Override
        public Boolean convert(Integer stored) {
            return stored != 0;
        }
    }

    @Override
    public void findUser(String id, Rows rows) {
        users.findById(id).ifPresent(user -> hand(user, rows));
    }

    @Override
    public void findUsers(int logins, int limit, Rows rows) {
        users.findByLoginCountGreaterThanEqualOrderByEmail(logins, Limit.of(limit))
                .forEach(user -> hand(user, rows));
    }

    @Override
    public void findUsersWithPosts(String from, String to, Rows rows) {
        Map<String, List<Post>> byAuthor = new LinkedHashMap<>();
        List<User> found = users.findByIdGreaterThanEqualAndIdLessThanOrderById(from, to);
        found.forEach(user -> byAuthor.put(user.id(), new ArrayList<>()));
        for (Post post : posts.findByAuthorIdIn(byAuthor.keySet())) {
            byAuthor.computeIfAbsent(post.authorId(), author -> new ArrayList<>())
                    .add(post);
        }
        for (User user : found) {
            hand(user, rows);
            byAuthor.getOrDefault(user.id(), List.of()).forEach(post -> hand(post, rows));
        }
    }

    @Override
    public void insertUser(UserRow user) {
        template.insert(new User(user.id(), user.email(), user.name(), user.loginCount(), user.createdAt()));
    }

    @Override
    public void insertPosts(List<PostRow> rows) {
        List<Post> made = rows.stream()
                .map(row ->
                        new Post(row.id(), row.title(), row.published(), row.views(), row.createdAt(), row.authorId()))
                .toList();
        transaction.executeWithoutResult(status -> template.insertAll(made));
    }

    @Override
    public long incrementLogins(String id) {
        return users.increment(id);
    }

    @Override
    public ViewTotals totalViews(String fromAuthor, String toAuthor) {
        return posts.totals(fromAuthor, toAuthor);
    }

    @Override
    public void findPosts(String before, Rows rows) {
        posts.findByIdLessThan(before).forEach(post -> hand(post, rows));
    }

    private static void hand(User user, Rows rows) {
        rows.user(user.id(), user.email(), user.name(), user.loginCount(), user.createdAt());
    }

    private static void hand(Post post, Rows rows) {
        rows.post(post.id(), post.title(), post.published(), post.views(), post.createdAt(), post.authorId());
    }

    @Override
    public void close() {
        context.close();
    }
}
