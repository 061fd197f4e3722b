package dev.caspian.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.caspian.behaviour.client.Comment;
import dev.caspian.behaviour.client.Post;
import dev.caspian.behaviour.client.Profile;
import dev.caspian.behaviour.client.Tag;
import dev.caspian.behaviour.client.User;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** Every call is written as a whole or not at all, also in a transaction that goes on after its failure. */
class AtomicityTests extends Behaviour {

    private static final int NOBODY = -1;

    private int ann;
    private final Map<String, Runnable> failures = new LinkedHashMap<>();

    /** Each of them fails in its last statement. */
    @BeforeEach
    void failingCalls() {
        ann = prisma.user()
                .create(u -> u.email("ann@x")
                        .posts(p ->
                                p.create(c -> c.title("old").slug("old").comments(o -> o.create(x -> x.body("old"))))))
                .id();
        prisma.tag().create(t -> t.name("taken"));
        failures.clear();
        failures.put(
                "create, connect",
                () -> prisma.user()
                        .create(u -> u.email("new@x")
                                .posts(p -> p.create(c -> c.title("new")).connect(Post.ID.eq("nowhere")))));
        failures.put(
                "create, foreign key",
                () -> prisma.user()
                        .create(u -> u.email("new@x")
                                .posts(p -> p.create(c -> c.title("new").editorId(NOBODY)))));
        failures.put(
                "create, referred record",
                () -> prisma.post()
                        .create(p -> p.title("new")
                                .author(a -> a.create(u -> u.email("new@x")))
                                .slug("old")));
        failures.put(
                "createMany",
                () -> prisma.tag()
                        .createMany(many -> many.data(List.of("a", "b", "taken"), (t, name) -> t.name(name))));
        failures.put(
                "createMany, second statement",
                () -> prisma.tag()
                        .createMany(many -> many.data(t -> t.name("a"))
                                .data(t -> t.name("taken").id(1_000_000))));
        failures.put(
                "createManyAndReturn",
                () -> prisma.tag()
                        .createManyAndReturn(many -> many.data(t -> t.name("a"))
                                .data(t -> t.name("taken").id(1_000_000))));
        failures.put(
                "update",
                () -> prisma.user()
                        .update(
                                User.ID.eq(ann),
                                User.NAME.set("new"),
                                User.POSTS.updateMany(Post.SLUG.eq("old"), Post.TITLE.set("new")),
                                User.POSTS.create(c -> c.title("new").editorId(NOBODY))));
        failures.put(
                "update, delete of what is not related",
                () -> prisma.user()
                        .update(
                                User.ID.eq(ann),
                                User.POSTS.create(c -> c.title("new")),
                                User.EDITED.delete(Post.SLUG.eq("old"))));
        failures.put(
                "update, many-to-many",
                () -> prisma.post()
                        .update(
                                Post.SLUG.eq("old"),
                                Post.TAGS.create(t -> t.name("new")),
                                Post.TAGS.create(t -> t.name("taken"))));
        failures.put(
                "upsert, update",
                () -> prisma.user()
                        .upsert(u -> u.where(User.EMAIL.eq("ann@x"))
                                .create(c -> c.email("ann@x"))
                                .update(
                                        User.NAME.set("new"),
                                        User.POSTS.create(c -> c.title("old").slug("old")))));
        failures.put(
                "upsert, create",
                () -> prisma.user()
                        .upsert(u -> u.where(User.EMAIL.eq("new@x"))
                                .create(c -> c.email("new@x")
                                        .posts(p -> p.create(x -> x.title("old").slug("old"))))));
        failures.put("delete", () -> prisma.user().delete(User.ID.eq(ann), q -> q.include(User.POSTS)));
    }

    private List<List<?>> everything() {
        return List.of(
                prisma.user().findMany(q -> q.orderBy(User.ID.asc())),
                prisma.post().findMany(q -> q.orderBy(Post.ID.asc()).include(Post.TAGS)),
                prisma.comment().findMany(q -> q.orderBy(Comment.ID.asc())),
                prisma.profile().findMany(q -> q.orderBy(Profile.ID.asc())),
                prisma.tag()
                        .findMany(
                                q -> q.where(Tag.NAME.notIn("before", "after")).orderBy(Tag.ID.asc())));
    }

    @Test
    void aFailedCallLeavesNothingBehind() {
        List<List<?>> before = everything();

        failures.forEach((name, failure) -> {
            assertThatExceptionOfType(DataAccessException.class).as(name).isThrownBy(failure::run);
            assertThat(everything()).as(name).isEqualTo(before);
        });
    }

    @Test
    void aTransactionGoesOnWithoutWhatAFailedCallHadDone() {
        List<List<?>> before = everything();

        failures.forEach((name, failure) -> {
            prisma.transaction(() -> {
                prisma.tag().create(t -> t.name("before"));
                assertThatExceptionOfType(DataAccessException.class).as(name).isThrownBy(failure::run);
                prisma.tag().create(t -> t.name("after"));
            });
            assertThat(everything()).as(name).isEqualTo(before);
            assertThat(prisma.tag().deleteMany(Tag.NAME.in("before", "after")))
                    .as(name)
                    .isEqualTo(2);
        });
    }

    @Test
    void aFailureThatIsNotCaughtUndoesTheTransaction() {
        failures.forEach((name, failure) -> {
            assertThatExceptionOfType(DataAccessException.class)
                    .as(name)
                    .isThrownBy(() -> prisma.transaction(() -> {
                        prisma.tag().create(t -> t.name("before"));
                        failure.run();
                    }));
            assertThat(prisma.tag().count(Tag.NAME.eq("before"))).as(name).isZero();
        });
    }
}
