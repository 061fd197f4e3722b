package dev.caspian.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.behaviour.client.Post;
import dev.caspian.behaviour.client.Tag;
import dev.caspian.behaviour.client.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many statements writes need: what they return themselves is not read again. */
class WriteStatementTests extends Behaviour {

    private int ann;

    @BeforeEach
    void annHasTwoPosts() {
        ann = prisma.user()
                .create(u -> u.email("ann")
                        .posts(p -> p.create(c -> c.title("a").slug("a")).create(c -> c.title("b"))))
                .id();
        sql.clear();
    }

    @Test
    void anUpdateReturnsItsRelations() {
        User updated = prisma.user()
                .update(u -> u.where(User.ID.eq(ann))
                        .data(User.NAME.set("Ann"))
                        .include(User.POSTS.where(Post.TITLE.eq("b"))));

        assertThat(updated.name()).isEqualTo("Ann");
        assertThat(updated.posts()).extracting(Post::title).containsExactly("b");
        assertThat(sql).hasSize(2);
    }

    @Test
    void aCreateReturnsItsRelations() {
        User created = prisma.user()
                .create(
                        u -> u.email("bob").managerId(ann),
                        q -> q.select(User.EMAIL).include(User.MANAGER, User.POSTS.where(Post.TITLE.eq("a"))));

        assertThat(created.email()).isEqualTo("bob");
        assertThat(created.manager().id()).isEqualTo(ann);
        assertThat(created.posts()).isEmpty();
        assertThat(sql).hasSize(3);
    }

    @Test
    void aRecordThatIsConnectedIsLookedUpOnce() {
        prisma.post().create(p -> p.title("c").author(User.EMAIL.eq("ann")));

        assertThat(sql).hasSize(2);
    }

    @Test
    void anUpsertReturnsItsRelations() {
        for (int i = 1; i <= 2; i++) {
            sql.clear();
            User user = prisma.user()
                    .upsert(u -> u.where(User.EMAIL.eq("bob"))
                            .create(c -> c.email("bob").age(1))
                            .update(User.AGE.increment(1))
                            .include(User.POSTS.where(Post.TITLE.eq("a")).take(1)));
            assertThat(user.age()).isEqualTo(i);
            assertThat(sql).hasSize(2);
        }
    }

    @Test
    void anUpdateOfManyReturnsTheirRelations() {
        assertThat(prisma.post()
                        .updateManyAndReturn(
                                u -> u.where(Post.AUTHOR_ID.eq(ann)).data(Post.VIEWS.increment(1)),
                                q -> q.include(Post.AUTHOR)))
                .hasSize(2)
                .allSatisfy(post -> assertThat(post.author().email()).isEqualTo("ann"));
        assertThat(sql).hasSize(2);
    }

    @Test
    void aNumberOfRelatedRecordsIsReadOnceForAll() {
        assertThat(prisma.post()
                        .updateManyAndReturn(
                                u -> u.all().data(Post.VIEWS.increment(1)), q -> q.include(Post.TAGS.count())))
                .hasSize(2);
        assertThat(sql).hasSize(2);
    }

    @Test
    void aDeletedRecordIsReadOnce() {
        Post deleted = prisma.post()
                .delete(Post.SLUG.eq("a"), q -> q.select(Post.TITLE).include(Post.AUTHOR));

        assertThat(deleted.author().id()).isEqualTo(ann);
        assertThat(sql).hasSize(3);
    }

    @Test
    void nestedWritesNeedOneStatementEach() {
        prisma.user().update(User.ID.eq(ann), User.NAME.set("Ann"), User.POSTS.create(p -> p.title("c")));
        assertThat(sql).as("update, create, read").hasSize(3);

        sql.clear();
        prisma.user()
                .update(
                        User.ID.eq(ann),
                        User.POSTS.delete(Post.SLUG.eq("a")),
                        User.POSTS.updateMany(Post.TITLE.eq("b"), Post.VIEWS.set(1)));
        assertThat(sql).as("lock, delete, update, read").hasSize(4);

        sql.clear();
        prisma.post()
                .create(p -> p.title("d")
                        .authorId(ann)
                        .tags(t ->
                                t.createMany(many -> many.data(n -> n.name("x")).data(n -> n.name("y")))));
        assertThat(sql).as("create, tags, relations, read").hasSize(4);
        assertThat(prisma.tag().count(Tag.POSTS.some())).isEqualTo(2);
    }
}
