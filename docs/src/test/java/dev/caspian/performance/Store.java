package dev.caspian.performance;

import com.zaxxer.hikari.HikariDataSource;
import dev.caspian.behaviour.TestDatabase;
import dev.caspian.client.ClientOptions;
import dev.caspian.performance.client.PrismaClient;
import dev.caspian.schema.Schema;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A database with 1,000 users, 10 posts of each, and a comment on each post, and its client. Ids sort as their numbers do.
 */
record Store(HikariDataSource dataSource, ClientOptions options) implements AutoCloseable {

    static final int USERS = 1_000;
    static final int POSTS = 10_000;
    static final Instant START = Instant.parse("2026-01-01T00:00:00.123Z");
    static final String TEXT = "A comment";
    static final List<Integer> NUMBERS = IntStream.range(0, 1_000).boxed().toList();

    /** Ids of rows that a call inserts are greater, all others are less. */
    static final String INSERTED = "z";

    private static final String SCHEMA = "/performance.prisma";

    /** A new one, with its rows. */
    static Store create(TestDatabase kind) {
        Store store = empty(kind);
        store.fill();
        return store;
    }

    /** A new one, with its tables only. */
    static Store empty(TestDatabase kind) {
        HikariDataSource dataSource = kind.create();
        Schema schema = kind.schema(SCHEMA);
        kind.push(dataSource, schema);
        return new Store(dataSource, ClientOptions.of(dataSource).schema(schema));
    }

    /** One that is there. */
    static Store open(TestDatabase kind, String url) {
        HikariDataSource dataSource = kind.open(url);
        return new Store(dataSource, ClientOptions.of(dataSource).schema(kind.schema(SCHEMA)));
    }

    String url() {
        return dataSource.getJdbcUrl();
    }

    PrismaClient client() {
        return new PrismaClient(options);
    }

    private void fill() {
        PrismaClient prisma = client();
        prisma.user()
                .createMany(many -> many.data(
                        NUMBERS,
                        (u, i) -> u.id(userId(i))
                                .email("user" + i + "@example.com")
                                .loginCount(i % 100)
                                .createdAt(START.plusSeconds(i))
                                .name(i % 10 == 0 ? null : "User Name " + i)));
        List<Integer> posts = IntStream.range(0, POSTS).boxed().toList();
        prisma.post()
                .createMany(many -> many.data(
                        posts,
                        (p, i) -> p.id(postId(i))
                                .title("Post title number " + i)
                                .published(i % 2 == 0)
                                .views(i % 1_000)
                                .createdAt(START.plusSeconds(i))
                                .authorId(userId(i / 10))));
        prisma.comment()
                .createMany(many ->
                        many.data(posts, (c, i) -> c.id(id("cc", i)).text(TEXT).postId(postId(i))));
    }

    private static String id(String kind, long number) {
        String digits = Long.toString(number);
        return kind + "0".repeat(23 - digits.length()) + digits;
    }

    static String userId(int number) {
        return id("cu", number);
    }

    static String postId(int number) {
        return id("cp", number);
    }

    static String insertedId(long number) {
        return id(INSERTED, number);
    }

    @Override
    public void close() {
        dataSource.close();
    }
}
