package dev.caspian.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.behaviour.client.Post;
import dev.caspian.behaviour.client.User;
import org.junit.jupiter.api.Test;

class UpsertTests extends Behaviour {

    @Test
    void upsertsInOneStatement() {
        for (int i = 0; i < 3; i++) {
            sql.clear();
            prisma.user()
                    .upsert(u -> u.where(User.EMAIL.eq("ann@x"))
                            .create(c -> c.email("ann@x").age(1))
                            .update(User.AGE.increment(1)));
            assertThat(sql).hasSize(1);
        }

        assertThat(prisma.user().findMany()).extracting(User::age).containsExactly(3);
    }

    @Test
    void upsertsWithoutChangingWhatIsThere() {
        User ann = prisma.user().upsert(u -> u.where(User.EMAIL.eq("ann@x")).create(c -> c.email("ann@x")));

        assertThat(prisma.user()
                        .upsert(u -> u.where(User.EMAIL.eq("ann@x"))
                                .create(c -> c.email("ann@x").name("B"))))
                .isEqualTo(ann);
    }

    @Test
    void upsertsWhatIsNested() {
        for (int i = 0; i < 2; i++) {
            User ann = prisma.user()
                    .upsert(u -> u.where(User.EMAIL.eq("ann@x"))
                            .create(c -> c.email("ann@x").posts(p -> p.create(o -> o.title("created"))))
                            .update(User.POSTS.create(o -> o.title("updated")), User.EMAIL.set("other@x"))
                            .include(User.POSTS.orderBy(Post.TITLE.asc())));
            assertThat(ann.posts()).hasSize(i + 1);
        }

        assertThat(prisma.user().findMany()).extracting(User::email).containsExactly("other@x");
    }

    @Test
    void losesNoRaceOfUpserts() throws Exception {
        try (Threads threads = new Threads(8)) {
            threads.run(
                    40,
                    i -> prisma.user()
                            .upsert(u -> u.where(User.EMAIL.eq("ann@x"))
                                    .create(c -> c.email("ann@x").age(1).profile(p -> p.create(o -> o.bio("hi"))))
                                    .update(User.AGE.increment(1))));
        }

        assertThat(prisma.user().findMany()).extracting(User::age).containsExactly(40);
        assertThat(prisma.profile().count()).isEqualTo(1);
    }
}
