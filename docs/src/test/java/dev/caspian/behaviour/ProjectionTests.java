package dev.caspian.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.behaviour.client.Post;
import dev.caspian.behaviour.client.Role;
import dev.caspian.behaviour.client.User;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProjectionTests extends Behaviour {

    record Card(String title, @Nullable String editor, long tags) {}

    @BeforeEach
    void writeSomePosts() {
        prisma.user()
                .create(u -> u.email("boss@x")
                        .name("Boss")
                        .role(Role.ADMIN)
                        .reports(r -> r.create(c -> c.email("ann@x")
                                .posts(p -> p.create(o -> o.title("a").tags(t -> t.create(n -> n.name("java"))))
                                        .create(o -> o.title("b").editor(User.EMAIL.eq("boss@x")))))));
        sql.clear();
    }

    @Test
    void readsRecordsOfYourOwnInOneStatement() {
        List<Card> cards = prisma.post()
                .findMany(
                        q -> q.orderBy(Post.TITLE.asc()),
                        Post.TITLE,
                        Post.EDITOR.get(User.NAME),
                        Post.TAGS.count(),
                        Card::new);

        assertThat(cards).containsExactly(new Card("a", null, 1), new Card("b", "Boss", 0));
        assertThat(sql).hasSize(1);
    }

    @Test
    void readsSingleValues() {
        assertThat(prisma.post().findMany(q -> q.orderBy(Post.TITLE.asc()).take(-1), Post.TITLE))
                .containsExactly("b");
        assertThat(prisma.post()
                        .findMany(q -> q.distinct(Post.AUTHOR_ID), Post.AUTHOR.get(User.MANAGER.get(User.ROLE))))
                .containsExactly(Role.ADMIN);
    }
}
