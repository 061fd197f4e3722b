package dev.caspian.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.caspian.behaviour.client.Comment;
import dev.caspian.behaviour.client.Post;
import dev.caspian.behaviour.client.User;
import dev.caspian.error.UniqueConstraintException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many new records with more nested in them, and many that are nested themselves. */
class NestedCreateManyTests extends Behaviour {

    private int ann() {
        return prisma.user().create(u -> u.email("ann@x")).id();
    }

    private static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    @Test
    void createsRecordsWithWhatIsNestedInThem() {
        long created = prisma.user()
                .createMany(many -> many.data(u -> u.email("a@x"))
                        .data(u -> u.email("b@x")
                                .posts(p -> p.create(c -> c.title("b1")).create(c -> c.title("b2"))))
                        .data(u -> u.email("c@x").manager(m -> m.create(c -> c.email("boss@x"))))
                        .data(u -> u.email("d@x").manager(User.EMAIL.eq("c@x"))));

        assertThat(created).isEqualTo(4);
        assertThat(prisma.user().findMany(q -> q.orderBy(User.EMAIL.asc()).include(User.POSTS, User.MANAGER)))
                .extracting(
                        User::email,
                        user -> user.posts().size(),
                        user -> user.manager() == null ? "-" : user.manager().email())
                .containsExactly(
                        tuple("a@x", 0, "-"),
                        tuple("b@x", 2, "-"),
                        tuple("boss@x", 0, "-"),
                        tuple("c@x", 0, "boss@x"),
                        tuple("d@x", 0, "c@x"));
    }

    @Test
    void returnsRecordsWithWhatIsNestedInThem() {
        List<User> users = prisma.user()
                .createManyAndReturn(
                        many -> many.data(u -> u.email("a@x").posts(p -> p.create(c -> c.title("a1"))))
                                .data(u -> u.email("b@x"))
                                .data(u -> u.email("c@x").posts(p -> p.create(c -> c.title("c1")))),
                        q -> q.include(User.POSTS));

        assertThat(users).extracting(User::email).containsExactly("a@x", "b@x", "c@x");
        assertThat(users).extracting(user -> user.posts().size()).containsExactly(1, 0, 1);
    }

    @Test
    void aSkippedRecordLeavesNothingOfWhatWasNestedInIt() {
        int ann = ann();
        prisma.post().create(p -> p.title("old").authorId(ann).slug("taken"));

        List<Post> created = prisma.post()
                .createManyAndReturn(many -> many.data(p -> p.title("skipped")
                                .author(a -> a.create(u -> u.email("new@x")))
                                .slug("taken")
                                .comments(c -> c.create(x -> x.body("skipped"))))
                        .data(p -> p.title("made")
                                .author(a -> a.create(u -> u.email("made@x")))
                                .comments(c -> c.create(x -> x.body("made"))))
                        .skipDuplicates());

        assertThat(created).extracting(Post::title).containsExactly("made");
        assertThat(prisma.user().findMany()).extracting(User::email).containsExactlyInAnyOrder("ann@x", "made@x");
        assertThat(prisma.comment().findMany()).extracting(Comment::body).containsExactly("made");
    }

    @Test
    void aDuplicateInWhatIsNestedIsNotSkipped() {
        ann();

        assertThatExceptionOfType(UniqueConstraintException.class)
                .isThrownBy(() -> prisma.post()
                        .createMany(many -> many.data(p -> p.title("a").author(a -> a.create(u -> u.email("ann@x"))))
                                .skipDuplicates()));
    }

    @Test
    void createsManyRelatedRecordsWithWhatIsNestedInThem() {
        User ann = prisma.user()
                .create(
                        u -> u.email("ann@x")
                                .posts(p -> p.createMany(many -> many.data(c -> c.title("a"))
                                        .data(c -> c.title("b").tags(t -> t.create(n -> n.name("x")))))),
                        q -> q.include(User.POSTS.orderBy(Post.TITLE.asc()).include(Post.TAGS)));

        assertThat(ann.posts()).extracting(post -> post.tags().size()).containsExactly(0, 1);
    }

    @Test
    void createsManyJoinedRecordsInFewStatementsAndSkipsDuplicates() {
        prisma.tag().create(t -> t.name("t0"));
        int ann = ann();
        sql.clear();

        Post post = prisma.post()
                .create(
                        p -> p.title("a")
                                .authorId(ann)
                                .tags(t -> t.createMany(many -> many.data(numbers(100), (n, i) -> n.name("t" + i))
                                        .skipDuplicates())),
                        q -> q.include(Post.TAGS.count()));

        assertThat(post.count(Post.TAGS)).isEqualTo(99);
        assertThat(sql).hasSizeLessThanOrEqualTo(10 + 200 / database.rowsOfAnInsert());
    }
}
