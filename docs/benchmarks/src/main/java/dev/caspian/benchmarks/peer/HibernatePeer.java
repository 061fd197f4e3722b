package dev.caspian.benchmarks.peer;

import com.zaxxer.hikari.HikariDataSource;
import dev.caspian.benchmarks.workload.PostRow;
import dev.caspian.benchmarks.workload.Rows;
import dev.caspian.benchmarks.workload.UserRow;
import dev.caspian.benchmarks.workload.ViewTotals;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.hibernate.community.dialect.SQLiteDialect;
import org.hibernate.jpa.HibernateHints;
import org.jspecify.annotations.Nullable;

/** Hibernate with JPA's queries: fetch joins, batches, hints that nothing will be changed; no second-level cache. */
final class HibernatePeer implements Peer {

    private final HikariDataSource pool;
    private final SessionFactory sessions;

    HibernatePeer(Database database) {
        pool = database.pool();
        Configuration configuration = new Configuration();
        configuration.getProperties().put("hibernate.connection.datasource", pool);
        if (database.product() == Product.SQLITE) {
            configuration.setProperty("hibernate.dialect", SQLiteDialect.class.getName());
        }
        configuration.setProperty("hibernate.jdbc.batch_size", "100");
        configuration.setProperty("hibernate.order_inserts", "true");
        configuration.setProperty("hibernate.type.preferred_instant_jdbc_type", "TIMESTAMP");
        configuration.addAnnotatedClass(User.class);
        configuration.addAnnotatedClass(Post.class);
        sessions = configuration.buildSessionFactory();
    }

    @Entity(name = "User")
    @Table(name = "users")
    @SuppressWarnings("NullAway.Init") // Hibernate sets the fields.
    static class User {

        @Id
        String id;

        String email;

        @Nullable String name;

        @Column(name = "login_count")
        int loginCount;

        @Column(name = "created_at")
        Instant createdAt;

        @OneToMany(mappedBy = "author")
        List<Post> posts = new ArrayList<>();

        User() {}

        User(UserRow row) {
            id = row.id();
            email = row.email();
            name = row.name();
            loginCount = row.loginCount();
            createdAt = row.createdAt();
        }

        /** Does not load a user of whom only the id is known. */
        String getId() {
            return id;
        }
    }

    @Entity(name = "Post")
    @Table(name = "posts")
    @SuppressWarnings("NullAway.Init") // Hibernate sets the fields.
    static class Post {

        @Id
        String id;

        String title;
        boolean published;
        int views;

        @Column(name = "created_at")
        Instant createdAt;

        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "author_id")
        User author;

        Post() {}

        Post(PostRow row, User author) {
            this.id = row.id();
            this.title = row.title();
            this.published = row.published();
            this.views = row.views();
            this.createdAt = row.createdAt();
            this.author = author;
        }
    }

    @Override
    public void findUser(String id, Rows rows) {
        sessions.inSession(session -> {
            User user = session.find(User.class, id);
            if (user != null) {
                hand(user, rows);
            }
        });
    }

    @Override
    public void findUsers(int logins, int limit, Rows rows) {
        sessions.inSession(session -> session.createQuery(
                        "select u from User u where u.loginCount >= :logins order by u.email", User.class)
                .setParameter("logins", logins)
                .setMaxResults(limit)
                .setHint(HibernateHints.HINT_READ_ONLY, true)
                .getResultList()
                .forEach(user -> hand(user, rows)));
    }

    @Override
    public void findUsersWithPosts(String from, String to, Rows rows) {
        sessions.inSession(session -> {
            List<User> users = session.createQuery(
                            "select u from User u left join fetch u.posts"
                                    + " where u.id >= :first and u.id < :end order by u.id",
                            User.class)
                    .setParameter("first", from)
                    .setParameter("end", to)
                    .setHint(HibernateHints.HINT_READ_ONLY, true)
                    .getResultList();
            for (User user : users) {
                hand(user, rows);
                user.posts.forEach(post -> hand(post, rows));
            }
        });
    }

    @Override
    public void insertUser(UserRow user) {
        sessions.inTransaction(session -> session.persist(new User(user)));
    }

    @Override
    public void insertPosts(List<PostRow> posts) {
        sessions.inTransaction(session -> {
            for (PostRow post : posts) {
                session.persist(new Post(post, session.getReference(User.class, post.authorId())));
            }
        });
    }

    @Override
    public long incrementLogins(String id) {
        return sessions.fromTransaction(session -> session.createMutationQuery(
                        "update User u set u.loginCount = u.loginCount + 1 where u.id = :id")
                .setParameter("id", id)
                .executeUpdate());
    }

    @Override
    public ViewTotals totalViews(String fromAuthor, String toAuthor) {
        return sessions.fromSession(session -> session.createQuery(
                        "select count(*), sum(p.views), avg(p.views) from Post p"
                                + " where p.author.id >= :first and p.author.id < :end",
                        ViewTotals.class)
                .setParameter("first", fromAuthor)
                .setParameter("end", toAuthor)
                .getSingleResult());
    }

    @Override
    public void findPosts(String before, Rows rows) {
        sessions.inSession(session -> session.createQuery("select p from Post p where p.id < :before", Post.class)
                .setParameter("before", before)
                .setHint(HibernateHints.HINT_READ_ONLY, true)
                .getResultList()
                .forEach(post -> hand(post, rows)));
    }

    private static void hand(User user, Rows rows) {
        rows.user(user.id, user.email, user.name, user.loginCount, user.createdAt);
    }

    private static void hand(Post post, Rows rows) {
        rows.post(post.id, post.title, post.published, post.views, post.createdAt, post.author.getId());
    }

    @Override
    public void close() {
        sessions.close();
        pool.close();
    }
}
