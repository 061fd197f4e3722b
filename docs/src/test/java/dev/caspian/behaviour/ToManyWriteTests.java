package dev.caspian.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.caspian.behaviour.client.Person;
import dev.caspian.behaviour.client.Post;
import dev.caspian.behaviour.client.Tag;
import dev.caspian.behaviour.client.User;
import dev.caspian.error.RecordNotFoundException;
import dev.caspian.error.UniqueConstraintException;
import dev.caspian.query.Unique;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nested writes through relations to many records, in all that is not plain. */
class ToManyWriteTests extends Behaviour {

    private int ann;
    private int bob;

    @BeforeEach
    void annHasTwoPosts() {
        ann = prisma.user()
                .create(u -> u.email("ann")
                        .posts(p -> p.create(c -> c.title("a").slug("a")).create(c -> c.title("b"))))
                .id();
        bob = prisma.user().create(u -> u.email("bob")).id();
        sql.clear();
    }

    private List<String> edited() {
        return prisma.post().findMany(q -> q.where(Post.EDITOR_ID.isNotNull()).orderBy(Post.TITLE.asc())).stream()
                .map(Post::title)
                .toList();
    }

    @Test
    void setDisconnectsRecordsWithoutAKey() {
        prisma.post().updateMany(u -> u.all().data(Post.EDITOR_ID.set(ann)));

        prisma.user().update(User.ID.eq(ann), User.EDITED.set(Post.SLUG.eq("a")));

        assertThat(edited()).containsExactly("a");
    }

    @Test
    void setWritesOnlyWhatChanges() {
        prisma.user().update(User.ID.eq(ann), User.REPORTS.set(User.ID.eq(bob)));
        User before = prisma.user().findUniqueOrThrow(User.ID.eq(bob));

        prisma.user().update(User.ID.eq(ann), User.REPORTS.set(User.ID.eq(bob)));
        assertThat(prisma.user().findUniqueOrThrow(User.ID.eq(bob))).isEqualTo(before);

        prisma.user().update(User.ID.eq(ann), User.REPORTS.set());
        assertThat(prisma.user().count(User.MANAGER.isNotNull())).isZero();
    }

    @Test
    void whatIsNotThereCannotBeRelated() {
        assertThatExceptionOfType(RecordNotFoundException.class)
                .isThrownBy(() -> prisma.user()
                        .update(User.ID.eq(ann), User.EDITED.connect(Post.SLUG.eq("a"), Post.SLUG.eq("x"))))
                .withMessageContaining("can be connected through `User.edited`");
        assertThatExceptionOfType(RecordNotFoundException.class)
                .isThrownBy(() -> prisma.user().update(User.ID.eq(ann), User.EDITED.set(Post.SLUG.eq("x"))));
        assertThatExceptionOfType(RecordNotFoundException.class)
                .isThrownBy(() -> prisma.post().update(Post.SLUG.eq("a"), Post.TAGS.connect(Tag.NAME.eq("x"))));
        assertThatExceptionOfType(RecordNotFoundException.class)
                .isThrownBy(() -> prisma.post().update(Post.SLUG.eq("a"), Post.TAGS.set(Tag.NAME.eq("x"))));
        assertThat(edited()).isEmpty();
    }

    @Test
    void theSameRecordMayBeNamedTwice() {
        prisma.tag().create(t -> t.name("t"));

        prisma.user().update(User.ID.eq(ann), User.EDITED.connect(Post.SLUG.eq("a"), Post.SLUG.eq("a")));
        prisma.post().update(Post.SLUG.eq("a"), Post.TAGS.set(Tag.NAME.eq("t"), Tag.NAME.eq("t")));

        assertThat(edited()).containsExactly("a");
        assertThat(prisma.tag().count(Tag.POSTS.some())).isEqualTo(1);
    }

    @Test
    void whatIsNotRelatedIsDisconnectedAlready() {
        prisma.tag().create(t -> t.name("t"));
        prisma.user().update(User.ID.eq(ann), User.EDITED.connect(Post.SLUG.eq("a")));

        prisma.user().update(User.ID.eq(bob), User.EDITED.disconnect(Post.SLUG.eq("a"), Post.SLUG.eq("nowhere")));
        prisma.post().update(Post.SLUG.eq("a"), Post.TAGS.disconnect(Tag.NAME.eq("t"), Tag.NAME.eq("x")));

        assertThat(edited()).containsExactly("a");
    }

    @Test
    void whatIsNotRelatedCannotBeWritten() {
        prisma.tag().create(t -> t.name("t"));

        assertThatExceptionOfType(RecordNotFoundException.class)
                .isThrownBy(() ->
                        prisma.user().update(User.ID.eq(bob), User.POSTS.update(Post.SLUG.eq("a"), Post.VIEWS.set(1))))
                .withMessageContaining("can be updated through `User.posts`");
        assertThatExceptionOfType(RecordNotFoundException.class)
                .isThrownBy(() ->
                        prisma.post().update(Post.SLUG.eq("a"), Post.TAGS.update(Tag.NAME.eq("t"), Tag.NAME.set("x"))));
        assertThatExceptionOfType(RecordNotFoundException.class)
                .isThrownBy(() -> prisma.post().update(Post.SLUG.eq("a"), Post.TAGS.delete(Tag.NAME.eq("t"))));
        assertThatExceptionOfType(UniqueConstraintException.class)
                .isThrownBy(() -> prisma.user()
                        .update(
                                User.ID.eq(bob),
                                User.POSTS.upsert(
                                        Post.SLUG.eq("a"), p -> p.title("x").slug("a"), Post.VIEWS.set(1))));

        prisma.user()
                .update(
                        User.ID.eq(bob),
                        User.POSTS.updateMany(Post.SLUG.eq("a"), Post.VIEWS.set(1)),
                        User.POSTS.deleteMany(Post.SLUG.eq("a")));
        assertThat(prisma.post().count(Post.VIEWS.eq(0))).isEqualTo(2);
    }

    @Test
    void writesHappenInTheOrderInWhichTheyAreGiven() {
        prisma.user()
                .update(
                        User.ID.eq(ann),
                        User.EDITED.create(
                                p -> p.title("c").author(User.ID.eq(ann)).slug("c")),
                        User.EDITED.set(Post.SLUG.eq("a")),
                        User.EDITED.connect(Post.SLUG.eq("c")),
                        User.EDITED.updateMany(u -> u.all().data(Post.VIEWS.increment(1))),
                        User.EDITED.disconnect(Post.SLUG.eq("a")));

        assertThat(edited()).containsExactly("c");
        assertThat(prisma.post().findUniqueOrThrow(Post.SLUG.eq("a")).views()).isEqualTo(1);
    }

    @Test
    void relatedRecordsFollowAnIdThatChanges() {
        User changed = prisma.user()
                .update(u -> u.where(User.ID.eq(ann))
                        .data(User.ID.set(77), User.POSTS.create(p -> p.title("c")))
                        .include(User.POSTS.count()));

        assertThat(changed.id()).isEqualTo(77);
        assertThat(changed.count(User.POSTS)).isEqualTo(3);
        assertThat(prisma.user().update(User.ID.eq(77), User.ID.set(78)).id()).isEqualTo(78);
        assertThat(prisma.post().count(Post.AUTHOR_ID.eq(78))).isEqualTo(3);
    }

    @Test
    void onlyWrittenRecordsGetANewTime() throws Exception {
        User before = prisma.user().findUniqueOrThrow(User.ID.eq(ann));
        Thread.sleep(5);

        prisma.user().update(User.ID.eq(ann), User.POSTS.updateMany(Post.SLUG.eq("a"), Post.VIEWS.set(1)));
        assertThat(prisma.user().findUniqueOrThrow(User.ID.eq(ann)).updatedAt()).isEqualTo(before.updatedAt());

        prisma.user().update(User.ID.eq(bob), User.REPORTS.connect(User.ID.eq(ann)));
        assertThat(prisma.user().findUniqueOrThrow(User.ID.eq(ann)).updatedAt()).isAfter(before.updatedAt());
    }

    @Test
    void anUpdateOfNothingWritesNothing() {
        prisma.user()
                .update(
                        User.ID.eq(ann),
                        User.POSTS.updateMany(Post.SLUG.eq("a")),
                        User.POSTS.update(Post.SLUG.eq("a")));

        assertThatExceptionOfType(RecordNotFoundException.class)
                .isThrownBy(() -> prisma.user().update(User.ID.eq(bob), User.POSTS.update(Post.SLUG.eq("a"))));
    }

    @Test
    void friendsAreNotMutual() {
        prisma.person().createMany(many -> many.data(List.of("a", "b", "c"), (p, nick) -> p.nick(nick)));

        prisma.person()
                .update(
                        Person.NICK.eq("a"),
                        Person.FRIENDS.connect(Person.NICK.eq("a"), Person.NICK.eq("b")),
                        Person.FRIEND_OF.connect(Person.NICK.eq("c")));
        prisma.person().update(Person.NICK.eq("b"), Person.FRIEND_OF.disconnect(Person.NICK.eq("c")));

        assertThat(prisma.person()
                        .findMany(q -> q.orderBy(Person.NICK.asc())
                                .include(Person.FRIENDS.orderBy(Person.NICK.asc()), Person.FRIEND_OF.count())))
                .extracting(person -> person.nick()
                        + person.friends().stream().map(Person::nick).toList()
                        + person.count(Person.FRIEND_OF))
                .containsExactly("a[a, b]2", "b[]1", "c[a]0");

        prisma.person().update(Person.NICK.eq("a"), Person.FRIENDS.set(Person.NICK.eq("c")));
        assertThat(prisma.person().findMany(Person.FRIEND_OF.some(Person.NICK.eq("a"))))
                .extracting(Person::nick)
                .containsExactly("c");
    }

    @Test
    void manyRecordsAreRelatedInFewStatements() {
        List<Integer> numbers = IntStream.range(0, 100).boxed().toList();
        prisma.tag()
                .createMany(many -> many.data(numbers, (t, i) -> t.name("t" + i).id(i + 1)));
        prisma.post()
                .createMany(many ->
                        many.data(numbers, (p, i) -> p.title("p").authorId(bob).slug("p" + i)));
        sql.clear();

        @SuppressWarnings("unchecked")
        Unique<Tag>[] tags = numbers.stream().map(i -> Tag.ID.eq(i + 1)).toArray(Unique[]::new);
        @SuppressWarnings("unchecked")
        Unique<Post>[] posts = numbers.stream().map(i -> Post.SLUG.eq("p" + i)).toArray(Unique[]::new);
        prisma.post().update(Post.SLUG.eq("a"), Post.TAGS.connect(tags));
        prisma.post().update(Post.SLUG.eq("a"), Post.TAGS.set(tags));
        prisma.user().update(User.ID.eq(ann), User.EDITED.connect(posts));
        prisma.user().update(User.ID.eq(ann), User.EDITED.set(posts));
        prisma.user().update(User.ID.eq(ann), User.EDITED.disconnect(posts));

        assertThat(sql).hasSizeLessThanOrEqualTo(25);
        assertThat(prisma.tag().count(Tag.POSTS.some())).isEqualTo(100);
        assertThat(edited()).isEmpty();
    }
}
