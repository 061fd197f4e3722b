package dev.caspian.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.behaviour.client.Comment;
import dev.caspian.behaviour.client.Post;
import dev.caspian.behaviour.client.Profile;
import dev.caspian.behaviour.client.Tag;
import dev.caspian.behaviour.client.User;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadingTests extends Behaviour {

    private User ann;
    private User bob;

    @BeforeEach
    void writeSomePosts() {
        ann = prisma.user().create(u -> u.email("ann@x").name("Ann").profile(p -> p.create(c -> c.bio("hi"))));
        bob = prisma.user().create(u -> u.email("bob@x"));
        prisma.post()
                .createMany(many -> many.data(
                                List.of("A1", "A2", "A3"),
                                (p, title) -> p.title(title).authorId(ann.id()))
                        .data(
                                List.of("B1", "B2"),
                                (p, title) -> p.title(title).authorId(bob.id()).editorId(ann.id())));
        for (Post post : prisma.post().findMany(Post.TITLE.startsWith("A"))) {
            prisma.post().update(Post.ID.eq(post.id()), Post.TAGS.create(t -> t.name("tag " + post.title())));
        }
        sql.clear();
    }

    private static List<String> titles(List<Post> posts) {
        return posts.stream().map(Post::title).toList();
    }

    @Test
    void ordersAndPages() {
        assertThat(titles(prisma.post()
                        .findMany(q -> q.orderBy(Post.TITLE.desc()).skip(1).take(2))))
                .containsExactly("B1", "A3");
    }

    @Test
    void takesTheLastOnesInOrder() {
        assertThat(titles(prisma.post()
                        .findMany(q -> q.orderBy(Post.TITLE.asc()).skip(1).take(-2))))
                .containsExactly("A3", "B1");
    }

    @Test
    void beginsWithTheCursor() {
        Post a2 = prisma.post().findFirstOrThrow(Post.TITLE.eq("A2"));

        assertThat(titles(prisma.post()
                        .findMany(q -> q.orderBy(Post.TITLE.asc())
                                .cursor(Post.ID.eq(a2.id()))
                                .take(3))))
                .containsExactly("A2", "A3", "B1");
        assertThat(titles(prisma.post()
                        .findMany(q -> q.orderBy(Post.TITLE.asc())
                                .cursor(Post.ID.eq(a2.id()))
                                .take(-2))))
                .containsExactly("A1", "A2");
        assertThat(prisma.post().findMany(q -> q.cursor(Post.ID.eq("nowhere")))).isEmpty();
    }

    @Test
    void readsOneOfEachDistinctValue() {
        assertThat(titles(prisma.post().findMany(q -> q.distinct(Post.AUTHOR_ID).orderBy(Post.TITLE.desc()))))
                .containsExactly("B2", "A3");
    }

    @Test
    void tellsDistinctFieldsFromSelectedOnes() {
        List<Post> selected =
                prisma.post().findMany(q -> q.orderBy(Post.TITLE.asc()).select(Post.AUTHOR_ID));
        List<Post> distinct =
                prisma.post().findMany(q -> q.orderBy(Post.TITLE.asc()).distinct(Post.AUTHOR_ID));

        assertThat(selected).hasSize(5);
        assertThat(titles(distinct)).containsExactly("A1", "B1");
    }

    @Test
    void tellsOmittedFieldsOfARelationFromSelectedOnes() {
        prisma.user().update(User.ID.eq(bob.id()), User.MANAGER.connect(User.ID.eq(ann.id())));

        User without = prisma.user()
                .findUniqueOrThrow(User.ID.eq(bob.id()), r -> r.select(User.MANAGER.omit(User.ID, User.NAME)));
        User with = prisma.user()
                .findUniqueOrThrow(User.ID.eq(bob.id()), r -> r.select(User.MANAGER.omit(User.ID), User.NAME));

        assertThat(without.toMap()).containsOnlyKeys("manager");
        assertThat(with.toMap()).containsOnlyKeys("manager", "name");
    }

    @Test
    void includesRelationsOfEveryKindWithOneStatementEach() {
        List<User> users = prisma.user()
                .findMany(q -> q.orderBy(User.EMAIL.asc())
                        .include(
                                User.PROFILE,
                                User.EDITED.count(),
                                User.POSTS
                                        .orderBy(Post.TITLE.asc())
                                        .include(Post.TAGS, Post.EDITOR.select(User.NAME))));

        assertThat(sql).hasSize(5);
        assertThat(users.get(0).profile()).extracting(Profile::bio).isEqualTo("hi");
        assertThat(users.get(1).profile()).isNull();
        assertThat(users.get(0).count(User.EDITED)).isEqualTo(2);
        assertThat(titles(users.get(0).posts())).containsExactly("A1", "A2", "A3");
        assertThat(users.get(0).posts().get(0).tags()).extracting(Tag::name).containsExactly("tag A1");
        assertThat(users.get(1).posts().get(0).editor()).hasToString("User(name=Ann)");
    }

    @Test
    void includesARelatedRecordThatFulfilsAConditionOnly() {
        List<User> users = prisma.user()
                .findMany(q -> q.orderBy(User.EMAIL.asc())
                        .include(User.PROFILE.where(Profile.BIO.eq("ho")).include(Profile.AVATAR)));
        List<Post> posts = prisma.post()
                .findMany(q -> q.where(Post.TITLE.startsWith("B"))
                        .include(Post.EDITOR.where(User.NAME.startsWith("A")).select(User.NAME)));

        assertThat(users).allSatisfy(user -> assertThat(user.profile()).isNull());
        assertThat(posts)
                .allSatisfy(post -> assertThat(post.editor().name()).isEqualTo("Ann"))
                .hasSize(2);
    }

    @Test
    void pagesTheRelatedRecordsOfEachParent() {
        List<User> users = prisma.user()
                .findMany(q -> q.orderBy(User.EMAIL.asc())
                        .include(User.POSTS.orderBy(Post.TITLE.asc()).skip(1).take(1)));

        assertThat(users).extracting(user -> titles(user.posts())).containsExactly(List.of("A2"), List.of("B2"));
        assertThat(sql).hasSize(2);
    }

    @Test
    void takesTheLastRelatedRecordsOfEachParent() {
        List<User> users = prisma.user()
                .findMany(q -> q.orderBy(User.EMAIL.asc())
                        .include(User.POSTS.orderBy(Post.TITLE.asc()).take(-2)));

        assertThat(users)
                .extracting(user -> titles(user.posts()))
                .containsExactly(List.of("A2", "A3"), List.of("B1", "B2"));
    }

    @Test
    void pagesManyToManyRelations() {
        List<Post> posts = prisma.post()
                .findMany(q -> q.where(Post.TITLE.startsWith("A"))
                        .orderBy(Post.TITLE.asc())
                        .include(
                                Post.TAGS.orderBy(Tag.NAME.asc()).take(1),
                                Post.COMMENTS.where(Comment.APPROVED.eq(true))));

        assertThat(posts).allSatisfy(post -> assertThat(post.tags()).hasSize(1));
        assertThat(posts).allSatisfy(post -> assertThat(post.comments()).isEmpty());
    }

    @Test
    void streams() {
        try (Stream<Post> posts =
                prisma.post().stream(q -> q.orderBy(Post.TITLE.asc()).include(Post.AUTHOR))) {
            assertThat(posts.map(post -> post.author().email() + " " + post.title()))
                    .startsWith("ann@x A1")
                    .hasSize(5);
        }
        try (Stream<Post> posts = prisma.post().stream(Post.AUTHOR.is(User.EMAIL.eq("bob@x")))) {
            assertThat(posts).hasSize(2);
        }
    }

    @Test
    void ordersByRelatedRecords() {
        assertThat(titles(prisma.post()
                        .findMany(q ->
                                q.orderBy(Post.EDITOR.orderBy(User.EMAIL.asc().nullsLast()), Post.TITLE.desc()))))
                .startsWith("B2", "B1", "A3");
        assertThat(prisma.user().findMany(q -> q.orderBy(User.POSTS.count().desc())))
                .extracting(User::email)
                .containsExactly("ann@x", "bob@x");
    }

    @Test
    void counts() {
        assertThat(prisma.post().count()).isEqualTo(5);
        assertThat(prisma.post().count(Post.EDITOR.isNull())).isEqualTo(3);
        assertThat(prisma.post().count(q -> q.skip(1).take(2))).isEqualTo(2);
        assertThat(prisma.post().exists(Post.TITLE.eq("A1"))).isTrue();
        assertThat(prisma.post().exists(Post.TITLE.eq("Z"))).isFalse();
    }
}
