package dev.caspian.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.zaxxer.hikari.HikariDataSource;
import dev.caspian.behaviour.client.Comment;
import dev.caspian.behaviour.client.Org;
import dev.caspian.behaviour.client.Post;
import dev.caspian.behaviour.client.PrismaClient;
import dev.caspian.behaviour.client.User;
import dev.caspian.boot.log.FullScanLog;
import dev.caspian.client.ClientOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What a developer is told of statements that read large tables from end to end. */
class FullScanTests extends Behaviour {

    private static final int LARGE = 1_000;
    private static final int NEW = 1_000_000;

    private static final String SECRET = "sEcReT7Q";

    private final Logger logger = (Logger) LoggerFactory.getLogger("dev.caspian.sql.scan");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    private PrismaClient watched;

    @BeforeEach
    void writeManyRows() {
        List<Integer> numbers = IntStream.range(0, 2 * LARGE).boxed().toList();
        prisma.user()
                .createMany(many ->
                        many.data(numbers, (u, n) -> u.email(n + "@x").id(n + 1).name("User " + n)));
        prisma.post()
                .createMany(many -> many.data(
                        numbers,
                        (p, n) -> p.title("Post " + n).authorId(n / 10 + 1).id("p" + n)));
        prisma.comment()
                .createMany(many ->
                        many.data(numbers, (c, n) -> c.body("Comment " + n).postId("p" + n)));
        prisma.org().create(o -> o.name("Only one"));
        for (String table : List.of("users", "Post", "Comment", "Org")) {
            prisma.executeRaw("ANALYZE \"" + table + '"');
        }
        watched = watched(dataSource);
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(log);
    }

    private PrismaClient watched(DataSource connections) {
        FullScanLog scans = FullScanLog.of(connections, prisma.schema(), LARGE).orElseThrow();
        return new PrismaClient(ClientOptions.of(connections)
                .schema(prisma.schema())
                .onQuery(scans)
                .intercept(scans));
    }

    private List<String> warnings() {
        return log.list.stream()
                .filter(event -> event.getLevel() == Level.WARN)
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    /** Guard: ScanAdvice looks for the fields of the columns. */
    @Test
    void tellsTheTableTheStatementTheLineAndTheIndexThatIsMissing() {
        watched.post().findMany(Post.TITLE.eq(SECRET));

        assertThat(warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning)
                        .contains(
                                "The table `Post`, of about 2000 rows, is read from end to end: ",
                                "SELECT \"Post\".\"id\"",
                                "called at dev.caspian.behaviour.FullScanTests.tellsTheTable",
                                "No index begins with `title`: add `@@index([title])` to the model `Post`")
                        .doesNotContain(SECRET, "post_title`"));
        assertThat(log.list).noneMatch(event -> event.getFormattedMessage().contains(SECRET));
    }

    /** Guard: `known` of FullScanLog. */
    @Test
    void tellsItOnceOfEachStatement() {
        watched.post().findMany(Post.TITLE.eq("one"));
        watched.post().findMany(Post.TITLE.eq("two"));
        assertThat(warnings()).hasSize(1);

        watched.post().count(Post.TITLE.eq("one"));
        assertThat(warnings()).hasSize(2);
    }

    @Test
    void saysNothingWhereAnIndexFindsTheRows() {
        watched.post().findMany(Post.AUTHOR_ID.eq(7));
        watched.post().findMany(Post.AUTHOR_ID.eq(7), Post.TITLE.eq("Post 70"));
        watched.user().findUnique(User.EMAIL.eq("7@x"), q -> q.include(User.POSTS));
        watched.post().findUnique(Post.ID.eq("p7"), q -> q.include(Post.TAGS));
        watched.post().update(Post.ID.eq("p7"), Post.VIEWS.increment(1));

        assertThat(warnings()).isEmpty();
    }

    /** Guards: only scans with a filter are scans, and SQLite's are looked for where there is a condition only. */
    @Test
    void saysNothingWhereAllRowsAreMeant() {
        watched.post().findMany();
        watched.post().count();
        watched.user().findMany(q -> q.include(User.POSTS));
        watched.user().count(User.POSTS.some());
        watched.post().updateMany(u -> u.all().data(Post.VIEWS.set(1)));

        assertThat(warnings()).isEmpty();
    }

    /** Guard: the threshold of FullScanLog. */
    @Test
    void saysNothingOfASmallTable() {
        watched.org().findMany(Org.NAME.eq("Only one"));

        assertThat(warnings()).isEmpty();
    }

    @Test
    void tellsOfRelationsThatAreLoadedWithoutAnIndex() {
        watched.post().findUnique(Post.ID.eq("p7"), q -> q.include(Post.COMMENTS));

        assertThat(warnings()).singleElement().asString().contains("`@@index([postId])` to the model `Comment`");
    }

    @Test
    void tellsOfConditionsOnRelations() {
        watched.post().findMany(Post.COMMENTS.some(Comment.BODY.eq("none")));

        assertThat(warnings())
                .singleElement()
                .asString()
                .contains("The table `Comment`", "add `@@index([postId])` or `@@index([body])` to the model `Comment`");
    }

    @Test
    void tellsOfWritesToo() {
        watched.post().updateMany(u -> u.where(Post.TITLE.eq("Post 7")).data(Post.VIEWS.set(7)));
        watched.comment().deleteMany(Comment.BODY.eq("Comment 7"));

        assertThat(warnings())
                .satisfiesExactly(
                        update -> assertThat(update).contains("UPDATE \"Post\"", "`@@index([title])`"),
                        delete -> assertThat(delete).contains("DELETE FROM \"Comment\"", "`@@index([body])`"));
    }

    @Test
    void namesEachFieldThatAnIndexWouldHelp() {
        watched.user().findMany(User.NAME.eq("User 7"), User.AGE.gt(7), User.EMAIL.contains("@"));

        assertThat(warnings())
                .singleElement()
                .asString()
                .contains("`name` or `age`: add `@@index([name])` or `@@index([age])`", "whichever leaves fewer rows");
    }

    @Test
    void saysSoWhereNoOrdinaryIndexWouldHelp() {
        watched.post().findMany(Post.TITLE.contains("7"));
        watched.post().count(Post.TITLE.eq("post 7").insensitive());

        assertThat(warnings())
                .hasSize(2)
                .allSatisfy(warning -> assertThat(warning)
                        .contains("No ordinary index", "`title`")
                        .doesNotContain("@@index"));
    }

    @Test
    void tellsOfTheApplicationsOwnSql() {
        watched.queryRaw(Post.class, "SELECT * FROM \"Post\" WHERE post_title = ?", SECRET);
        watched.queryRaw(Post.class, "SELECT * FROM \"Post\" WHERE id = ?", SECRET);

        assertThat(warnings())
                .singleElement()
                .asString()
                .contains("Add an index on what its condition compares", "model `Post`")
                .doesNotContain(SECRET);
    }

    /** Guard: FullScanLog asks when a stream has been closed, and not while it holds its connection. */
    @Test
    void tellsOfStreams() {
        try (Stream<Post> posts =
                watched.post().stream(q -> q.where(Post.TITLE.eq("Post 7")).include(Post.COMMENTS))) {
            assertThat(posts.toList()).hasSize(1);
            assertThat(warnings()).isEmpty();
        }
        assertThat(warnings()).hasSize(2);
    }

    /** Guard: FullScanLog asks after the operation. In the listener, it would wait for the connection that it holds up. */
    @Test
    void needsNoSecondConnection() {
        HikariDataSource one = database.open(dataSource.getJdbcUrl());
        one.setMaximumPoolSize(1);
        one.setConnectionTimeout(5_000);
        one.setUsername(dataSource.getUsername());
        try (one) {
            PrismaClient alone = watched(one);
            alone.post().findMany(q -> q.where(Post.TITLE.eq("Post 7")).include(Post.COMMENTS));
            alone.post().updateMany(u -> u.where(Post.TITLE.eq("Post 7")).data(Post.VIEWS.set(7)));
            alone.transaction(() -> {
                alone.post().count(Post.TITLE.eq("Post 7"));
                alone.user().create(u -> u.email("new@x").id(NEW));
            });
            try (Stream<Post> posts =
                    alone.post().stream(q -> q.where(Post.TITLE.eq("Post 8")).include(Post.COMMENTS))) {
                assertThat(posts.toList()).hasSize(1);
            }
        }
        assertThat(log.list).allMatch(event -> event.getLevel() == Level.WARN);
        assertThat(warnings()).hasSize(4);
    }

    /** PostgreSQL forgets the cursors that were opened behind the savepoint, and no others. */
    @Test
    void leavesAStreamOfTheTransactionAlone() {
        List<String> read = new ArrayList<>();
        watched.transaction(() -> {
            try (Stream<Post> posts = watched.post().stream()) {
                posts.forEach(post -> {
                    if (read.isEmpty()) {
                        watched.comment().count(Comment.BODY.eq("none"));
                    }
                    read.add(post.title());
                });
            }
        });

        assertThat(read).hasSize(2 * LARGE);
        assertThat(warnings()).singleElement().asString().contains("The table `Comment`");
    }

    /** Guards: the connection of the transaction, which alone sees its table; the savepoint, without which it would be aborted. */
    @Test
    void goesOnInATransactionWhateverComesOfAsking() {
        watched.transaction(() -> {
            watched.executeRaw("CREATE TABLE \"Unseen\" (\"n\" integer)");
            watched.executeRaw("INSERT INTO \"Unseen\" SELECT \"id\" FROM \"users\"");
            watched.queryRaw(Integer.class, "SELECT \"n\" FROM \"Unseen\" WHERE \"n\" = ?", 7);
            watched.queryRaw(Integer.class, "SELECT \"n\" FROM \"Unseen\" WHERE ? IS NULL", 7);
            watched.executeRaw("DROP TABLE \"Unseen\"");
            watched.user().create(u -> u.email("new@x").id(NEW));
        });

        assertThat(prisma.user().exists(User.EMAIL.eq("new@x"))).isTrue();
        assertThat(warnings())
                .isNotEmpty()
                .allSatisfy(warning -> assertThat(warning).contains("The table `Unseen`"));
    }
}
