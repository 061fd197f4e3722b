package dev.caspian.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.caspian.behaviour.client.Badge;
import dev.caspian.behaviour.client.Comment;
import dev.caspian.behaviour.client.Member;
import dev.caspian.behaviour.client.Org;
import dev.caspian.behaviour.client.Post;
import dev.caspian.behaviour.client.PrismaClient;
import dev.caspian.behaviour.client.Profile;
import dev.caspian.behaviour.client.Tag;
import dev.caspian.behaviour.client.User;
import dev.caspian.boot.log.FullScanLog;
import dev.caspian.client.ClientOptions;
import dev.caspian.query.Aggregate;
import dev.caspian.query.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The SQL of the main shapes of queries, for each database. {@code -Dcaspian.fixtures=update} writes it anew.
 */
class GoldenSqlTests extends Behaviour {

    private static final boolean UPDATE = "update".equals(System.getProperty("caspian.fixtures"));

    private static final Map<String, Consumer<PrismaClient>> QUERIES = new LinkedHashMap<>();

    /** Where a page has a beginning and an end, its sum of two parameters has no type but that of the values. */
    private static final String SUM = "include with a page for each parent";

    private static void query(String words, Consumer<PrismaClient> query) {
        QUERIES.put(words, query);
    }

    static {
        query("findUnique", p -> p.tag().findUnique(Tag.ID.eq(1000)));
        query("findUnique by a compound key", p -> p.member().findUnique(Member.orgIdUserId("o", 1)));
        query(
                "findUnique with a filter",
                p -> p.tag().findUnique(Tag.ID.eq(1000).and(Tag.NAME.eq("a"))));
        query("findMany", p -> p.tag().findMany());
        query("select", p -> p.user().findMany(q -> q.select(User.ID, User.NAME)));
        query(
                "where, orderBy, skip, take",
                p -> p.tag()
                        .findMany(q -> q.where(Tag.NAME.gt("a"), Tag.ID.in(1, 2))
                                .orderBy(Tag.NAME.desc())
                                .skip(1)
                                .take(2)));
        query("take of the last", p -> p.tag().findMany(q -> q.take(-2)));
        query(
                "or, not",
                p -> p.tag().findMany(Tag.NAME.eq("a").or(Tag.NAME.eq("b").not())));
        query("contains", p -> p.tag().findMany(Tag.NAME.contains("a")));
        query("insensitive", p -> p.tag().findMany(Tag.NAME.startsWith("a").insensitive()));
        query("field with field", p -> p.post().count(Post.VIEWS.gt(Post.LIKES)));
        query(
                "nullsLast",
                p -> p.member().findMany(q -> q.orderBy(Member.LEVEL.asc().nullsLast())));
        query(
                "orderBy a relation's field",
                p -> p.badge().findMany(q -> q.orderBy(Badge.MEMBER.orderBy(Member.LEVEL.asc()))));
        query(
                "orderBy a count",
                p -> p.tag().findMany(q -> q.orderBy(Tag.POSTS.count().desc())));
        query("cursor", p -> p.tag().findMany(q -> q.cursor(Tag.ID.eq(1000)).orderBy(Tag.NAME.asc())));
        query("distinct", p -> p.comment().findMany(q -> q.distinct(Comment.POST_ID)));
        query("some", p -> p.tag().findMany(Tag.POSTS.some(Post.PUBLISHED.eq(true))));
        query("every", p -> p.user().count(User.POSTS.every(Post.PUBLISHED.eq(true))));
        query("none", p -> p.user().count(User.POSTS.none()));
        query("is", p -> p.comment().count(Comment.POST.is(Post.PUBLISHED.eq(true))));
        query("isNot", p -> p.comment().count(Comment.POST.isNot(Post.PUBLISHED.eq(true))));
        query("isNull of a relation", p -> p.post().count(Post.EDITOR.isNull()));
        query("Json path", p -> p.user().count(User.SETTINGS.path("a", "b").eq(1)));
        query("Json array", p -> p.user().count(User.SETTINGS.path("a").arrayContains(Json.of(1))));
        query("count of a query", p -> p.tag().count(q -> q.skip(1).take(2)));
        query("exists", p -> p.tag().exists(Tag.NAME.eq("a")));
        query("projection", p -> p.comment().findMany(q -> q, Comment.BODY, Comment.POST.get(Post.TITLE), List::of));
        query(
                "aggregate",
                p -> p.post().aggregate(a -> a.select(Post.VIEWS.sum(), Post.VIEWS.avg(), Post.TITLE.max())));
        query(
                "groupBy",
                p -> p.post()
                        .groupBy(g -> g.by(Post.PUBLISHED)
                                .select(Post.VIEWS.sum())
                                .where(Post.LIKES.gt(1))
                                .having(Aggregate.<Post>count().gt(1))
                                .orderBy(Post.VIEWS.sum().desc())
                                .take(3)));
        query("include one to many", p -> p.org().findMany(q -> q.include(Org.MEMBERS)));
        query(
                "include one to one",
                p -> p.profile().findMany(q -> q.select(Profile.ID).include(Profile.AVATAR)));
        query("include many to many", p -> p.tag().findMany(q -> q.include(Tag.POSTS.select(Post.TITLE))));
        query("include by a compound key", p -> p.member().findMany(q -> q.include(Member.BADGES)));
        query(
                SUM,
                p -> p.tag()
                        .findMany(q -> q.include(Tag.POSTS
                                .select(Post.TITLE)
                                .orderBy(Post.TITLE.asc())
                                .skip(1)
                                .take(2))));
        query("include a count", p -> p.tag().findMany(q -> q.include(Tag.POSTS.count())));
        query("create", p -> p.tag().create(t -> t.name("new")));
        query(
                "createMany",
                p -> p.tag().createMany(many -> many.data(t -> t.name("m")).data(t -> t.name("n"))));
        query(
                "createMany, skipDuplicates",
                p -> p.tag().createMany(many -> many.data(t -> t.name("m")).skipDuplicates()));
        query(
                "create with nested records",
                p -> p.tag()
                        .create(t -> t.name("nested")
                                .posts(posts -> posts.create(c -> c.title("a")
                                        .author(a -> a.connect(User.ID.eq(1000)))
                                        .comments(m -> m.create(b -> b.body("b")))))));
        query("update", p -> p.tag().update(Tag.ID.eq(1000), Tag.NAME.set("b")));
        query("update of a relation", p -> p.tag().update(Tag.ID.eq(1000), Tag.POSTS.connect(Post.ID.eq("p"))));
        query("disconnect", p -> p.tag().update(Tag.ID.eq(1000), Tag.POSTS.disconnect(Post.ID.eq("p"))));
        query(
                "increment",
                p -> p.post().updateMany(u -> u.where(Post.LIKES.gt(1)).data(Post.VIEWS.increment(1))));
        query(
                "updateMany, limit",
                p -> p.tag().updateMany(u -> u.where(Tag.NAME.gt("z")).limit(2).data(Tag.NAME.set("c"))));
        query(
                "upsert",
                p -> p.tag()
                        .upsert(u -> u.where(Tag.NAME.eq("u"))
                                .create(c -> c.name("u"))
                                .update(Tag.NAME.set("u"))));
        query("delete", p -> p.tag().delete(Tag.NAME.eq("u")));
        query("deleteMany", p -> p.comment().deleteMany(Comment.APPROVED.eq(false)));
        query(
                "deleteMany by a relation, limit",
                p -> p.comment()
                        .deleteMany(d ->
                                d.where(Comment.POST.is(Post.TITLE.eq("a"))).limit(1)));
    }

    @BeforeEach
    void writeOneOfEach() {
        prisma.user()
                .create(u -> u.email("a@x")
                        .id(1000)
                        .posts(posts -> posts.create(c -> c.title("a").id("p"))));
        prisma.tag().create(t -> t.name("a").id(1000));
        prisma.comment().create(c -> c.body("b").postId("p"));
        prisma.executeRaw("INSERT INTO \"_PostToTag\" VALUES ('p', 1000)");
        prisma.org().create(o -> o.name("o").id("o").members(m -> m.create(c -> c.userId(1000))));
        prisma.profile().create(c -> c.bio("b").userId(1000));
    }

    @Test
    void theSqlIsWhatItWas() throws IOException {
        StringBuilder text = new StringBuilder();
        QUERIES.forEach((words, query) -> {
            sql.clear();
            assertThat(catchThrowable(() -> query.accept(prisma))).as(words).isNull();
            text.append("-- ").append(words).append('\n');
            sql.forEach(statement -> text.append(statement).append(";\n"));
            text.append('\n');
        });

        Path file = Path.of("src/test/resources/sql", database.name().toLowerCase(Locale.ROOT) + ".sql");
        if (UPDATE) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
        assertThat(text.toString()).isEqualTo(Files.readString(file));
    }

    /** Red where PostgreSQL cannot tell the types of a statement's parameters by itself. */
    @Test
    void theDatabaseCanBeAskedHowItRunsEachOfThem() {
        FullScanLog scans = FullScanLog.of(dataSource, prisma.schema(), 1).orElseThrow();
        PrismaClient watched = new PrismaClient(ClientOptions.of(dataSource)
                .schema(prisma.schema())
                .onQuery(scans)
                .intercept(scans));
        try (Told all = new Told()) {
            QUERIES.forEach((words, query) -> {
                if (!words.equals(SUM)) {
                    query.accept(watched);
                }
            });

            assertThat(all.text())
                    .contains("is read from end to end")
                    .doesNotContain("Nothing is known of how the database runs");
        }
    }
}
