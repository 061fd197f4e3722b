package dev.caspian.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.behaviour.client.Comment;
import dev.caspian.behaviour.client.Post;
import dev.caspian.behaviour.client.User;
import org.junit.jupiter.api.Test;

class DeletingTests extends Behaviour {

    private User ann() {
        return prisma.user().create(u -> u.email("ann@x").name("Ann"));
    }

    @Test
    void deletesAndReturnsWhatWasThere() {
        User ann = prisma.user().create(u -> u.email("ann@x").profile(p -> p.create(c -> c.bio("hi"))));

        User deleted = prisma.user().delete(User.ID.eq(ann.id()), q -> q.include(User.PROFILE));

        assertThat(deleted.profile().bio()).isEqualTo("hi");
        assertThat(prisma.user().count()).isZero();
        assertThat(prisma.profile().count()).isZero();
    }

    @Test
    void deletesWhatBelongsToADeletedRecord() {
        int ann = ann().id();
        Post post = prisma.post().create(p -> p.title("a").authorId(ann).comments(c -> c.create(x -> x.body("1"))));

        prisma.post().delete(Post.ID.eq(post.id()));

        assertThat(prisma.comment().exists(Comment.BODY.eq("1"))).isFalse();
    }
}
