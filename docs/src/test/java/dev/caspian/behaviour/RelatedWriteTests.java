package dev.caspian.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.caspian.behaviour.client.Badge;
import dev.caspian.behaviour.client.Member;
import dev.caspian.behaviour.client.Post;
import dev.caspian.behaviour.client.Tag;
import dev.caspian.behaviour.client.User;
import dev.caspian.error.RecordNotFoundException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RelatedWriteTests extends Behaviour {

    private User ann() {
        return prisma.user().create(u -> u.email("ann@x").name("Ann"));
    }

    @Test
    void updatesRelatedRecords() {
        User ann = prisma.user()
                .create(
                        u -> u.email("ann@x")
                                .posts(p -> p.create(c -> c.title("a")).create(c -> c.title("b"))),
                        q -> q.include(User.POSTS.orderBy(Post.TITLE.asc())));
        String a = ann.posts().get(0).id();
        String b = ann.posts().get(1).id();
        int bob = prisma.user().create(u -> u.email("bob@x")).id();

        prisma.user()
                .update(
                        User.ID.eq(ann.id()),
                        User.POSTS.update(Post.ID.eq(a), Post.TITLE.set("A"), Post.TAGS.create(t -> t.name("t"))),
                        User.POSTS.updateMany(Post.TITLE.eq("b"), Post.VIEWS.set(5)),
                        User.POSTS.upsert(Post.SLUG.eq("new"), c -> c.title("c").slug("new"), Post.VIEWS.increment(1)),
                        User.POSTS.createMany(
                                many -> many.data(c -> c.title("d")).data(c -> c.title("e"))));
        prisma.user()
                .update(
                        User.ID.eq(ann.id()),
                        User.POSTS.upsert(Post.SLUG.eq("new"), c -> c.title("c"), Post.VIEWS.increment(1)),
                        User.POSTS.delete(Post.ID.eq(b)),
                        User.POSTS.deleteMany(Post.TITLE.in("d", "e")));

        assertThat(prisma.post().findMany(q -> q.orderBy(Post.TITLE.asc())))
                .extracting(Post::title)
                .containsExactly("A", "c");
        assertThat(prisma.post().findUniqueOrThrow(Post.SLUG.eq("new")).views()).isEqualTo(1);
        assertThatExceptionOfType(RecordNotFoundException.class)
                .isThrownBy(() -> prisma.user().update(User.ID.eq(bob), User.POSTS.delete(Post.ID.eq(a))))
                .withMessageContaining("can be deleted through `User.posts`");
    }

    @Test
    void connectsDisconnectsAndSets() {
        int ann = ann().id();
        int bob = prisma.user().create(u -> u.email("bob@x")).id();
        prisma.post()
                .createMany(many -> many.data(
                        List.of("a", "b", "c"),
                        (p, t) -> p.title(t).authorId(ann).slug(t).editorId(ann)));

        prisma.user().update(User.ID.eq(ann), User.EDITED.disconnect(Post.SLUG.eq("a")));
        assertThat(prisma.post().count(Post.EDITOR_ID.eq(ann))).isEqualTo(2);

        prisma.user().update(User.ID.eq(ann), User.EDITED.set(Post.SLUG.eq("a"), Post.SLUG.eq("b")));
        assertThat(prisma.post().findMany(q -> q.where(Post.EDITOR_ID.eq(ann)).orderBy(Post.TITLE.asc())))
                .extracting(Post::title)
                .containsExactly("a", "b");

        prisma.user().update(User.ID.eq(bob), User.POSTS.connect(Post.SLUG.eq("a")));
        assertThat(prisma.post().findUniqueOrThrow(Post.SLUG.eq("a")).authorId())
                .isEqualTo(bob);

        Post post = prisma.post()
                .update(u -> u.where(Post.SLUG.eq("a"))
                        .data(Post.EDITOR.disconnect())
                        .include(Post.EDITOR));
        assertThat(post.editor()).isNull();
    }

    @Test
    void writesManyToManyRelations() {
        int ann = ann().id();
        prisma.post().create(p -> p.title("a").author(User.ID.eq(ann)).slug("a").tags(t -> t.create(n -> n.name("x"))));
        prisma.tag().createMany(many -> many.data(List.of("y", "z"), (t, name) -> t.name(name)));

        prisma.post()
                .update(Post.SLUG.eq("a"), Post.TAGS.connect(Tag.NAME.eq("y")), Post.TAGS.connect(Tag.NAME.eq("y")));
        assertThat(tagsOfA()).containsExactly("x", "y");

        prisma.post().update(Post.SLUG.eq("a"), Post.TAGS.set(Tag.NAME.eq("z"), Tag.NAME.eq("y")));
        assertThat(tagsOfA()).containsExactly("y", "z");

        prisma.post()
                .update(
                        Post.SLUG.eq("a"),
                        Post.TAGS.disconnect(Tag.NAME.eq("y"), Tag.NAME.eq("x")),
                        Post.TAGS.update(Tag.NAME.eq("z"), Tag.NAME.set("Z")));
        assertThat(tagsOfA()).containsExactly("Z");

        prisma.tag().update(Tag.NAME.eq("Z"), Tag.POSTS.deleteMany(Post.TITLE.eq("a")));
        assertThat(prisma.post().count()).isZero();
        assertThat(prisma.tag().count()).isEqualTo(3);
    }

    private List<String> tagsOfA() {
        return prisma
                .post()
                .findUniqueOrThrow(Post.SLUG.eq("a"), q -> q.include(Post.TAGS.orderBy(Tag.NAME.asc())))
                .tags()
                .stream()
                .map(Tag::name)
                .toList();
    }

    @Test
    void writesCompoundKeys() {
        int ann = ann().id();
        prisma.org().create(o -> o.name("Org").id("o1").members(m -> m.create(c -> c.user(User.ID.eq(ann)))));

        Member member = prisma.member()
                .update(u -> u.where(Member.orgIdUserId("o1", ann))
                        .data(Member.LEVEL.increment(2), Member.BADGES.create(b -> b.name("gold")))
                        .include(Member.BADGES, Member.ORG));

        assertThat(member.level()).isEqualTo(3);
        assertThat(member.badges()).extracting(Badge::userId).containsExactly(ann);
        assertThat(prisma.badge()
                        .findUniqueOrThrow(Badge.badgeOfOrg("o1", "gold"), q -> q.include(Badge.MEMBER))
                        .member()
                        .level())
                .isEqualTo(3);
    }
}
