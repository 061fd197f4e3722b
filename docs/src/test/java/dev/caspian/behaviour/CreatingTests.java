package dev.caspian.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.caspian.behaviour.client.Post;
import dev.caspian.behaviour.client.Role;
import dev.caspian.behaviour.client.Tag;
import dev.caspian.behaviour.client.User;
import dev.caspian.error.RecordNotFoundException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class CreatingTests extends Behaviour {

    private User ann() {
        return prisma.user().create(u -> u.email("ann@x").name("Ann"));
    }

    @Test
    void createsInOneStatement() {
        User ann = prisma.user().create(u -> u.email("ann@x").role(Role.ADMIN).balance(new BigDecimal("1.5")));

        assertThat(sql).hasSize(1);
        assertThat(ann.id()).isPositive();
        assertThat(ann.role()).isEqualTo(Role.ADMIN);
        assertThat(ann.updatedAt()).isEqualTo(ann.createdAt());
        assertThat(prisma.user().findUniqueOrThrow(User.ID.eq(ann.id()))).isEqualTo(ann);
    }

    @Test
    void createsWhatIsNestedToAnyDepth() {
        User ann = prisma.user()
                .create(
                        u -> u.email("ann@x")
                                .manager(m -> m.create(boss -> boss.email("boss@x")))
                                .profile(p -> p.create(c -> c.bio("hi").avatar(a -> a.create(v -> v.url("/a.png")))))
                                .posts(p -> p.create(c -> c.title("One")
                                                .tags(t -> t.create(n -> n.name("java"))
                                                        .connectOrCreate(Tag.NAME.eq("java"), n -> n.name("java"))
                                                        .connectOrCreate(Tag.NAME.eq("sql"), n -> n.name("sql")))
                                                .comments(o -> o.createMany(many -> many.data(x -> x.body("first"))
                                                        .data(x ->
                                                                x.body("second").approved(true)))))
                                        .create(c -> c.title("Two").published(true))),
                        q -> q.include(
                                User.MANAGER,
                                User.PROFILE.include(dev.caspian.behaviour.client.Profile.AVATAR),
                                User.POSTS
                                        .orderBy(Post.TITLE.asc())
                                        .include(Post.TAGS.orderBy(Tag.NAME.asc()), Post.COMMENTS.count())));

        assertThat(ann.manager()).extracting(User::email).isEqualTo("boss@x");
        assertThat(ann.profile().avatar().url()).isEqualTo("/a.png");
        assertThat(ann.posts()).extracting(Post::title).containsExactly("One", "Two");
        assertThat(ann.posts().get(0).tags()).extracting(Tag::name).containsExactly("java", "sql");
        assertThat(ann.posts().get(0).count(Post.COMMENTS)).isEqualTo(2);
    }

    @Test
    void createsNothingWhenAPartFails() {
        ann();

        assertThatExceptionOfType(RecordNotFoundException.class)
                .isThrownBy(() -> prisma.user()
                        .create(u -> u.email("bob@x")
                                .posts(p -> p.create(c -> c.title("One")).connect(Post.ID.eq("nowhere")))))
                .withMessageContaining("No record of the model `Post` can be connected through `User.posts`");

        assertThat(prisma.user().count()).isEqualTo(1);
        assertThat(prisma.post().count()).isZero();
    }

    @Test
    void connectsByAnyUniqueKey() {
        ann();

        Post post =
                prisma.post().create(p -> p.title("One").author(User.EMAIL.eq("ann@x")), q -> q.include(Post.AUTHOR));

        assertThat(post.author().email()).isEqualTo("ann@x");
        assertThatExceptionOfType(RecordNotFoundException.class)
                .isThrownBy(() -> prisma.post().create(p -> p.title("Two").author(User.EMAIL.eq("nobody@x"))));
    }
}
