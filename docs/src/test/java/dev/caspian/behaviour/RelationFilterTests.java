package dev.caspian.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.behaviour.client.Avatar;
import dev.caspian.behaviour.client.Badge;
import dev.caspian.behaviour.client.Comment;
import dev.caspian.behaviour.client.Member;
import dev.caspian.behaviour.client.Org;
import dev.caspian.behaviour.client.Post;
import dev.caspian.behaviour.client.Profile;
import dev.caspian.behaviour.client.Tag;
import dev.caspian.behaviour.client.User;
import dev.caspian.query.Condition;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which records a condition on related records finds. What is expected is what Prisma 7 answers. */
class RelationFilterTests extends Behaviour {

    @BeforeEach
    void writePeopleWithManagers() {
        User ann = prisma.user()
                .create(u -> u.email("ann")
                        .name("Ann")
                        .age(1)
                        .profile(p -> p.create(c -> c.bio("x").avatar(a -> a.create(i -> i.url("u"))))));
        User bob = prisma.user()
                .create(u -> u.email("bob").name("Bob").managerId(ann.id()).profile(p -> p.create(c -> c.bio("y"))));
        User nul = prisma.user().create(u -> u.email("nul").managerId(ann.id()));
        prisma.user().create(u -> u.email("dan").name("Dan").managerId(nul.id()));
        prisma.user().create(u -> u.email("eve").name("Eve").managerId(bob.id()));
    }

    @SafeVarargs
    private List<String> found(Condition<User>... conditions) {
        return prisma.user().findMany(q -> q.where(conditions).orderBy(User.ID.asc())).stream()
                .map(User::email)
                .toList();
    }

    @Test
    void filtersByManyRelatedRecords() {
        assertThat(found(User.REPORTS.some(User.NAME.eq("Bob")))).containsExactly("ann");
        assertThat(found(User.REPORTS.none(User.NAME.eq("Bob")))).containsExactly("bob", "nul", "dan", "eve");
        assertThat(found(User.REPORTS.every(User.NAME.eq("Bob")))).containsExactly("ann", "dan", "eve");
        assertThat(found(User.REPORTS.some())).containsExactly("ann", "bob", "nul");
        assertThat(found(User.REPORTS.none())).containsExactly("dan", "eve");
        assertThat(found(User.REPORTS.every())).hasSize(5);
        assertThat(found(User.REPORTS.some(User.NAME.eq("Bob")).not())).containsExactly("bob", "nul", "dan", "eve");
    }

    @Test
    void filtersByOneRelatedRecord() {
        assertThat(found(User.MANAGER.is(User.NAME.eq("Ann")))).containsExactly("bob", "nul");
        assertThat(found(User.MANAGER.isNull())).containsExactly("ann");
        assertThat(found(User.MANAGER.isNotNull())).containsExactly("bob", "nul", "dan", "eve");
        assertThat(found(User.MANAGER.is())).containsExactly("bob", "nul", "dan", "eve");
        assertThat(found(User.MANAGER.isNot())).containsExactly("ann");
        assertThat(found(User.PROFILE.is(Profile.BIO.eq("x")))).containsExactly("ann");
        assertThat(found(User.PROFILE.isNot(Profile.BIO.eq("x")))).containsExactly("bob", "nul", "dan", "eve");
        assertThat(found(User.PROFILE.isNull())).containsExactly("nul", "dan", "eve");
        assertThat(found(User.PROFILE.isNotNull())).containsExactly("ann", "bob");
    }

    /** The manager `nul` has no name: neither Ann's name nor another one. */
    @Test
    void comparesNullOfRelatedRecordsWithNothing() {
        assertThat(found(User.MANAGER.isNot(User.NAME.eq("Ann")))).containsExactly("ann", "eve");
        assertThat(found(User.MANAGER.is(User.NAME.eq("Ann")).not())).containsExactly("ann", "eve");
        assertThat(found(User.MANAGER.is(User.NAME.eq("Ann").not()))).containsExactly("eve");
        assertThat(found(User.MANAGER.isNot(User.NAME.eq("Ann")).not())).containsExactly("bob", "nul");
        assertThat(found(Condition.noneOf(User.MANAGER.is(User.NAME.eq("Ann")).or(User.NAME.eq("Eve")))))
                .containsExactly("ann");
    }

    /** The manager of `fay`'s manager is `nul`. */
    @Test
    void comparesNullAtDepthWithNothing() {
        prisma.user().create(u -> u.email("fay").manager(User.EMAIL.eq("dan")));

        assertThat(found(User.MANAGER.isNot(User.MANAGER.is(User.NAME.eq("Ann")))))
                .containsExactly("ann", "bob", "nul");
        assertThat(found(User.MANAGER.isNot(User.MANAGER.isNot(User.NAME.eq("Ann")))))
                .containsExactly("ann", "dan", "eve");
        assertThat(found(User.EMAIL
                        .eq("dan")
                        .and(User.MANAGER.is(User.NAME.eq("Ann")))
                        .not()))
                .containsExactly("ann", "bob", "nul", "eve", "fay");
    }

    @Test
    void filtersAtDepth() {
        assertThat(found(User.MANAGER.is(User.MANAGER.is(User.NAME.eq("Ann"))))).containsExactly("dan", "eve");
        assertThat(found(User.REPORTS.some(User.REPORTS.some(User.REPORTS.none()))))
                .containsExactly("ann");
        assertThat(found(User.MANAGER.is(User.PROFILE.is(Profile.AVATAR.is(Avatar.URL.eq("u"))))))
                .containsExactly("bob", "nul");
        assertThat(prisma.avatar().count(Avatar.PROFILE.is(Profile.USER.is(User.REPORTS.some(User.NAME.eq("Bob"))))))
                .isEqualTo(1);
    }

    @Test
    void filtersByManyToManyRelations() {
        prisma.post()
                .create(p -> p.title("1")
                        .author(User.EMAIL.eq("ann"))
                        .tags(t -> t.create(c -> c.name("a")).create(c -> c.name("b"))));
        prisma.post().create(p -> p.title("2").author(User.EMAIL.eq("bob")).tags(t -> t.connect(Tag.NAME.eq("a"))));
        prisma.post().create(p -> p.title("3").author(User.EMAIL.eq("bob")));
        assertThat(posts(Post.TAGS.some(Tag.NAME.eq("b")))).containsExactly("1");
        assertThat(posts(Post.TAGS.every(Tag.NAME.eq("a")))).containsExactly("2", "3");
        assertThat(posts(Post.TAGS.none(Tag.NAME.eq("b")))).containsExactly("2", "3");
        assertThat(posts(Post.TAGS.some())).containsExactly("1", "2");
        assertThat(prisma.tag().count(Tag.POSTS.every(Post.TITLE.eq("1")))).isEqualTo(1);
        assertThat(posts(Post.TAGS.some(Tag.POSTS.some(Post.AUTHOR.is(User.NAME.eq("Bob"))))))
                .containsExactly("1", "2");
    }

    private List<String> posts(Condition<Post> condition) {
        return prisma.post().findMany(q -> q.where(condition).orderBy(Post.TITLE.asc())).stream()
                .map(Post::title)
                .toList();
    }

    @Test
    void filtersByTwoRelationsToOneModel() {
        prisma.post().create(p -> p.title("1").author(User.EMAIL.eq("ann")).editor(User.EMAIL.eq("bob")));
        prisma.post().create(p -> p.title("2").author(User.EMAIL.eq("bob")).comments(c -> c.create(x -> x.body("!"))));
        assertThat(posts(Post.AUTHOR.is(User.NAME.eq("Ann")).and(Post.EDITOR.is(User.NAME.eq("Bob")))))
                .containsExactly("1");
        assertThat(posts(Post.EDITOR.isNot(User.NAME.eq("Bob")))).containsExactly("2");
        assertThat(posts(Post.COMMENTS.some(Comment.BODY.contains("!")))).containsExactly("2");
        assertThat(found(User.EDITED.some(), User.POSTS.some())).containsExactly("bob");
        assertThat(found(User.EDITED.some().or(User.POSTS.some()))).containsExactly("ann", "bob");
    }

    @Test
    void filtersByRelationsOfSeveralColumns() {
        User ann = prisma.user().findUniqueOrThrow(User.EMAIL.eq("ann"));
        User bob = prisma.user().findUniqueOrThrow(User.EMAIL.eq("bob"));
        prisma.org().create(o -> o.name("O").id("o"));
        prisma.member().create(m -> m.orgId("o").userId(ann.id()).badges(b -> b.create(c -> c.name("gold"))));
        prisma.member().create(m -> m.orgId("o").userId(bob.id()));
        assertThat(prisma.member().findMany(Member.BADGES.some(Badge.NAME.eq("gold"))))
                .extracting(Member::userId)
                .containsExactly(ann.id());
        assertThat(prisma.member().findMany(Member.BADGES.none()))
                .extracting(Member::userId)
                .containsExactly(bob.id());
        assertThat(prisma.badge().count(Badge.MEMBER.is(Member.USER.is(User.NAME.eq("Ann")))))
                .isEqualTo(1);
        assertThat(prisma.org().count(Org.MEMBERS.some(Member.BADGES.every(Badge.NAME.eq("silver")))))
                .isEqualTo(1);
        assertThat(prisma.org().count(Org.MEMBERS.every(Member.BADGES.some()))).isZero();
    }
}
