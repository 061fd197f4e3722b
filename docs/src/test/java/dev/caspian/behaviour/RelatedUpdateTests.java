package dev.caspian.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.behaviour.client.Post;
import dev.caspian.behaviour.client.User;
import org.junit.jupiter.api.Test;

/** Updates of related records that are not about what they write. */
class RelatedUpdateTests extends Behaviour {

    @Test
    void updatesNoRelatedRecordsWithoutAssignments() {
        User ann = prisma.user()
                .create(u -> u.email("ann@x").posts(p -> p.create(c -> c.title("a"))), q -> q.include(User.POSTS));

        User updated = prisma.user()
                .update(u -> u.where(User.ID.eq(ann.id()))
                        .data(User.POSTS.updateMany(Post.TITLE.eq("a")))
                        .include(User.POSTS));

        assertThat(updated).isEqualTo(ann);
    }
}
