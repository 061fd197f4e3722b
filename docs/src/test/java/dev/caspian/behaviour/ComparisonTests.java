package dev.caspian.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.behaviour.client.Badge;
import dev.caspian.behaviour.client.Comment;
import dev.caspian.behaviour.client.Member;
import dev.caspian.behaviour.client.Post;
import dev.caspian.behaviour.client.PrismaClient;
import dev.caspian.behaviour.client.Tag;
import dev.caspian.behaviour.client.User;
import dev.caspian.client.ClientOptions;
import dev.caspian.execute.QueryEvent;
import dev.caspian.sql.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What listeners are told that the conditions of a statement compare, as {@code table.column}; in brackets where an index does
 * not find it. Guards: the cases of ComparisonCollector.
 */
class ComparisonTests extends Behaviour {

    private final List<QueryEvent> events = new ArrayList<>();
    private PrismaClient heard;

    @BeforeEach
    void listen() {
        heard = new PrismaClient(
                ClientOptions.of(dataSource).schema(prisma.schema()).onQuery(events::add));
    }

    private List<String> comparisons(Consumer<PrismaClient> query) {
        events.clear();
        query.accept(heard);
        return events.stream()
                .flatMap(event -> event.comparisons().stream())
                .map(ComparisonTests::text)
                .toList();
    }

    private static String text(Comparison comparison) {
        String text = comparison.table().table() + "." + String.join("+", comparison.columns());
        return comparison.indexable() ? text : "(" + text + ")";
    }

    @Test
    void areThoseOfValuesThatAnIndexFinds() {
        assertThat(comparisons(p -> p.post()
                        .findMany(
                                Post.TITLE.eq("a"),
                                Post.VIEWS.gt(1),
                                Post.AUTHOR_ID.in(1, 2),
                                Post.EDITOR_ID.isNull(),
                                Post.SLUG.startsWith("a").or(Post.ID.lte("b")))))
                .containsExactly(
                        "Post.post_title", "Post.views", "Post.authorId", "Post.editorId", "Post.slug", "Post.id");
        assertThat(comparisons(p -> p.member().findUnique(Member.orgIdUserId("o", 1))))
                .containsExactly("Member.orgId", "Member.userId");
    }

    @Test
    void sayWhatAnIndexDoesNotFind() {
        assertThat(comparisons(p -> p.post()
                        .findMany(
                                Post.TITLE.contains("a"),
                                Post.SLUG.eq("a").insensitive(),
                                Post.AUTHOR_ID.eq(1).not(),
                                Post.EDITOR_ID.isNotNull(),
                                Post.VIEWS.gt(Post.LIKES))))
                .containsExactly(
                        "(Post.post_title)", "(Post.slug)", "(Post.authorId)", "(Post.editorId)", "(Post.views)");
        assertThat(comparisons(p -> p.user().findMany(User.SETTINGS.path("a").eq(1))))
                .containsExactly("(users.settings)");
    }

    /** The column of the outer table is what is looked for, and not what is found. */
    @Test
    void areThoseOfRelations() {
        assertThat(comparisons(p -> p.user().findMany(User.POSTS.some(Post.TITLE.eq("a")))))
                .containsExactly("Post.authorId", "Post.post_title");
        assertThat(comparisons(p -> p.user().findMany(User.POSTS.none(Post.TITLE.eq("a")))))
                .containsExactly("Post.authorId", "Post.post_title");
        assertThat(comparisons(p -> p.comment().findMany(Comment.POST.is(Post.TITLE.eq("a")))))
                .containsExactly("Post.id", "Post.post_title");
        assertThat(comparisons(p -> p.user().findMany(q -> q.include(User.POSTS.count()))))
                .containsExactly("Post.authorId");
        assertThat(comparisons(p -> p.tag().findMany(Tag.POSTS.some()))).contains("_PostToTag.B");
    }

    @Test
    void areThoseOfEachStatementThatLoadsARelation() {
        int user = prisma.user().create(u -> u.email("a@x")).id();
        prisma.org().create(o -> o.name("o").members(m -> m.create(c -> c.userId(user))));

        assertThat(comparisons(p -> p.member().findMany(q -> q.include(Member.BADGES, Member.USER))))
                .containsExactlyInAnyOrder("Badge.orgId+userId", "users.id");
        assertThat(comparisons(p -> p.badge().findMany(Badge.NAME.eq("a")))).containsExactly("Badge.name");
    }

    @Test
    void areThoseOfWrites() {
        assertThat(comparisons(p ->
                        p.post().updateMany(u -> u.where(Post.TITLE.eq("a")).data(Post.VIEWS.increment(1)))))
                .containsExactly("Post.post_title");
        assertThat(comparisons(p -> p.comment().deleteMany(Comment.BODY.eq("a"))))
                .containsExactly("Comment.body");
        assertThat(comparisons(p -> p.tag().create(t -> t.name("a")))).isEmpty();
    }

    @Test
    void areNoneWhereAllRecordsAreMeantAndOfTheApplicationsOwnSql() {
        assertThat(Stream.<Consumer<PrismaClient>>of(
                                p -> p.post().findMany(q -> q.orderBy(Post.TITLE.asc())),
                                p -> p.post().count(),
                                p -> p.queryRaw("SELECT \"id\" FROM \"Post\" WHERE \"views\" = ?", 1))
                        .map(this::comparisons))
                .allSatisfy(none -> assertThat(none).isEmpty());
        assertThat(events).isNotEmpty();
    }
}
