package dev.caspian.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.caspian.behaviour.client.Post;
import dev.caspian.behaviour.client.Profile;
import dev.caspian.behaviour.client.User;
import dev.caspian.error.RecordNotFoundException;
import org.junit.jupiter.api.Test;

/** Connecting records in place of others. */
class RelatedConnectTests extends Behaviour {

    @Test
    void missesTheNextRecordBeforeThePreviousOneStandsInTheWay() {
        prisma.user().create(u -> u.email("ann@x").profile(p -> p.create(c -> c.bio("a"))));

        assertThatExceptionOfType(RecordNotFoundException.class)
                .isThrownBy(() ->
                        prisma.user().update(User.EMAIL.eq("ann@x"), User.PROFILE.connect(Profile.ID.eq("nobody's"))));
        assertThat(prisma.profile().count()).isEqualTo(1);
    }

    @Test
    void disconnectsRecordsThatHaveNoValueInTheKeyOfThoseThatStay() {
        User ann = prisma.user()
                .create(
                        u -> u.email("ann@x")
                                .posts(p -> p.create(c -> c.title("without slug"))
                                        .create(c -> c.title("kept").slug("kept"))
                                        .create(c -> c.title("other").slug("other"))),
                        q -> q.include(User.POSTS));
        ann.posts()
                .forEach(
                        post -> prisma.post().update(Post.ID.eq(post.id()), Post.EDITOR.connect(User.ID.eq(ann.id()))));

        User updated = prisma.user()
                .update(u -> u.where(User.ID.eq(ann.id()))
                        .data(User.EDITED.set(Post.SLUG.eq("kept")))
                        .include(User.EDITED));

        assertThat(updated.edited()).extracting(Post::title).containsExactly("kept");
    }

    @Test
    void asksForEachRecordBeforeTheNextOneIsConnected() {
        User ann = prisma.user()
                .create(u ->
                        u.email("ann@x").posts(p -> p.create(c -> c.title("a").slug("a"))));
        User bob = prisma.user().create(u -> u.email("bob@x"));

        prisma.user()
                .update(
                        User.ID.eq(bob.id()),
                        User.POSTS.connect(
                                Post.SLUG.eq("a").and(Post.AUTHOR_ID.eq(ann.id())),
                                Post.SLUG.eq("a").and(Post.AUTHOR_ID.eq(bob.id()))));

        assertThat(prisma.post().findUniqueOrThrow(Post.SLUG.eq("a")).authorId())
                .isEqualTo(bob.id());
        assertThatExceptionOfType(RecordNotFoundException.class)
                .isThrownBy(() -> prisma.user()
                        .update(
                                User.ID.eq(ann.id()),
                                User.POSTS.connect(Post.SLUG.eq("a").and(Post.VIEWS.gt(0)))));
    }

    @Test
    void changesNothingWhereThereIsNothingToDisconnect() {
        User ann = prisma.user().create(u -> u.email("ann@x"));

        assertThat(prisma.user().update(User.ID.eq(ann.id()), User.MANAGER.disconnect()))
                .isEqualTo(ann);
    }
}
