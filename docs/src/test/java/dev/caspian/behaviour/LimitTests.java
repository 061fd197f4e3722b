package dev.caspian.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.caspian.behaviour.client.Member;
import dev.caspian.behaviour.client.Post;
import dev.caspian.behaviour.client.Setting;
import dev.caspian.behaviour.client.User;
import dev.caspian.error.InvalidQueryException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Writes of at most so many records. */
class LimitTests extends Behaviour {

    private int ann;

    @BeforeEach
    void annHasThreePosts() {
        ann = prisma.user()
                .create(u -> u.email("ann")
                        .posts(p -> p.create(c -> c.title("a"))
                                .create(c -> c.title("b"))
                                .create(c -> c.title("c"))))
                .id();
    }

    @Test
    void zeroMeansNone() {
        assertThat(prisma.post().updateMany(u -> u.all().data(Post.VIEWS.set(1)).limit(0)))
                .isZero();
        assertThat(prisma.post()
                        .updateManyAndReturn(
                                u -> u.all().data(Post.VIEWS.set(1)).limit(0)))
                .isEmpty();
        assertThat(prisma.post().deleteMany(d -> d.all().limit(0))).isZero();
        assertThat(prisma.post().count(Post.VIEWS.eq(0))).isEqualTo(3);
    }

    @Test
    void aNegativeNumberIsRefused() {
        assertThatExceptionOfType(InvalidQueryException.class)
                .isThrownBy(() -> prisma.post().deleteMany(d -> d.all().limit(-1)));
        assertThatExceptionOfType(InvalidQueryException.class)
                .isThrownBy(() -> prisma.post()
                        .updateMany(u -> u.all().data(Post.VIEWS.set(1)).limit(-1)));
    }

    @Test
    void aLimitCountsOnlyRecordsThatMatch() {
        prisma.user().create(u -> u.email("bob").posts(p -> p.create(c -> c.title("d"))));

        assertThat(prisma.post()
                        .updateMany(u -> u.where(Post.AUTHOR.is(User.EMAIL.eq("ann")))
                                .data(Post.VIEWS.set(1))
                                .limit(2)))
                .isEqualTo(2);
        assertThat(prisma.post()
                        .deleteMany(d ->
                                d.where(Post.AUTHOR.is(User.EMAIL.eq("ann"))).limit(5)))
                .isEqualTo(3);
        assertThat(prisma.post().findMany()).extracting(Post::title).containsExactly("d");
    }

    @Test
    void whatIsWrittenToALimitIsReturned() {
        List<Post> updated = prisma.post()
                .updateManyAndReturn(
                        u -> u.where(Post.VIEWS.eq(0)).data(Post.VIEWS.set(1)).limit(2),
                        q -> q.include(Post.AUTHOR, Post.COMMENTS.count()));

        assertThat(updated)
                .hasSize(2)
                .allSatisfy(post -> assertThat(post.views()).isEqualTo(1))
                .allSatisfy(post -> assertThat(post.author().id()).isEqualTo(ann))
                .allSatisfy(post -> assertThat(post.count(Post.COMMENTS)).isZero());
    }

    @Test
    void aKeyOfSeveralFieldsCanBeLimited() {
        prisma.org().create(o -> o.name("1").id("o1").members(m -> m.create(c -> c.userId(ann))));
        prisma.org().create(o -> o.name("2").id("o2").members(m -> m.create(c -> c.userId(ann))));
        prisma.org().create(o -> o.name("3").id("o3").members(m -> m.create(c -> c.userId(ann))));

        assertThat(prisma.member()
                        .updateMany(u -> u.where(Member.USER_ID.eq(ann))
                                .data(Member.LEVEL.set(9))
                                .limit(2)))
                .isEqualTo(2);
        assertThat(prisma.member().count(Member.LEVEL.eq(9))).isEqualTo(2);
        assertThat(prisma.member().deleteMany(d -> d.where(Member.LEVEL.eq(9)).limit(1)))
                .isEqualTo(1);
    }

    @Test
    void aKeyThatIsNoIdCanBeLimited() {
        prisma.setting()
                .createMany(many -> many.data(
                        List.of("a", "b", "c"), (s, name) -> s.name(name).value("x")));

        assertThat(prisma.setting()
                        .updateManyAndReturn(
                                u -> u.all().data(Setting.VALUE.set("y")).limit(2)))
                .hasSize(2);
        assertThat(prisma.setting()
                        .deleteMany(d -> d.where(Setting.VALUE.eq("y")).limit(1)))
                .isEqualTo(1);
        assertThat(prisma.setting().count()).isEqualTo(2);
    }
}
