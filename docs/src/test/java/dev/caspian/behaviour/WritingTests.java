package dev.caspian.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.caspian.behaviour.client.Badge;
import dev.caspian.behaviour.client.Comment;
import dev.caspian.behaviour.client.Member;
import dev.caspian.behaviour.client.Post;
import dev.caspian.behaviour.client.Role;
import dev.caspian.behaviour.client.Tag;
import dev.caspian.behaviour.client.User;
import dev.caspian.error.InvalidQueryException;
import dev.caspian.error.RecordNotFoundException;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class WritingTests extends Behaviour {

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

    @Test
    void createsManyAndReturnsThemInTheirOrder() {
        int ann = ann().id();

        List<Post> posts = prisma.post()
                .createManyAndReturn(many -> many.data(
                        List.of("a", "b", "c"), (p, title) -> p.title(title).authorId(ann)));

        assertThat(posts).extracting(Post::title).containsExactly("a", "b", "c");
    }

    @Test
    void skipsDuplicates() {
        prisma.tag().create(t -> t.name("java"));

        assertThat(prisma.tag()
                        .createMany(many -> many.data(t -> t.name("java"))
                                .data(t -> t.name("sql"))
                                .data(t -> t.name("sql"))
                                .skipDuplicates()))
                .isEqualTo(1);
        assertThat(prisma.tag()
                        .createManyAndReturn(many -> many.data(t -> t.name("java"))
                                .data(t -> t.name("go"))
                                .skipDuplicates()))
                .extracting(Tag::name)
                .containsExactly("go");
    }

    @Test
    void createsThousandsOfRecordsAtOnce() {
        int ann = ann().id();
        sql.clear();

        long created = prisma.post()
                .createMany(many -> many.data(
                        java.util.stream.IntStream.range(0, 2000).boxed().toList(),
                        (p, i) -> p.title("Post " + i).authorId(ann)));

        assertThat(created).isEqualTo(2000);
        assertThat(sql).hasSizeLessThanOrEqualTo(100);
        assertThat(prisma.post().count()).isEqualTo(2000);
    }

    @Test
    void updatesOnlyWhatIsNamed() {
        User ann = prisma.user().create(u -> u.email("ann@x").name("Ann").age(30));

        User updated = prisma.user().update(User.EMAIL.eq("ann@x"), User.NAME.set(null), User.AGE.multiply(2));

        assertThat(updated.name()).isNull();
        assertThat(updated.age()).isEqualTo(60);
        assertThat(updated.createdAt()).isEqualTo(ann.createdAt());
        assertThat(updated.updatedAt()).isAfterOrEqualTo(ann.updatedAt());
    }

    @Test
    void calculatesWithNullAsSqlDoes() {
        ann();

        assertThat(prisma.user()
                        .update(User.EMAIL.eq("ann@x"), User.AGE.increment(1))
                        .age())
                .isNull();
    }

    @Test
    void dividesDecimalsWithTheirFraction() {
        User ann = prisma.user().create(u -> u.email("ann@x").balance(5));

        assertThat(prisma.user()
                        .update(User.ID.eq(ann.id()), User.BALANCE.divide(new BigDecimal("2")))
                        .balance())
                .isEqualByComparingTo("2.5");
    }

    @Test
    void updatesNothingWithoutAssignments() {
        User ann = ann();

        assertThat(prisma.user().update(User.EMAIL.eq("ann@x"))).isEqualTo(ann);
    }

    @Test
    void refusesToUpdateWhatIsNotThere() {
        assertThatExceptionOfType(RecordNotFoundException.class)
                .isThrownBy(() -> prisma.user().update(User.ID.eq(7), User.NAME.set("x")))
                .withMessage("No record of the model `User` fulfils the condition.")
                .satisfies(e -> assertThat(e.code()).isEqualTo("P2025"));
        assertThatExceptionOfType(RecordNotFoundException.class)
                .isThrownBy(() -> prisma.user().delete(User.ID.eq(7).and(User.ACTIVE.eq(true))));
    }

    @Test
    void refusesNullForARequiredField() {
        ann();

        assertThatExceptionOfType(InvalidQueryException.class)
                .isThrownBy(() -> prisma.user().update(User.EMAIL.eq("ann@x"), User.EMAIL.set(null)))
                .withMessageContaining("`User.email` is required");
    }

    @Test
    void updatesManyToTheirLimit() {
        int ann = ann().id();
        prisma.post()
                .createMany(many ->
                        many.data(List.of("a", "b", "c"), (p, t) -> p.title(t).authorId(ann)));

        assertThat(prisma.post()
                        .updateMany(u -> u.where(Post.VIEWS.eq(0))
                                .data(Post.VIEWS.increment(1))
                                .limit(2)))
                .isEqualTo(2);
        assertThat(prisma.post()
                        .updateManyAndReturn(u -> u.where(Post.VIEWS.eq(1)).data(Post.PUBLISHED.set(true))))
                .hasSize(2)
                .allSatisfy(post -> assertThat(post.published()).isTrue());
        assertThat(prisma.post()
                        .deleteMany(d -> d.where(Post.PUBLISHED.eq(true)).limit(1)))
                .isEqualTo(1);
        assertThat(prisma.post().count()).isEqualTo(2);
    }

    @Test
    void refusesToEmptyATableByAccident() {
        assertThatExceptionOfType(InvalidQueryException.class)
                .isThrownBy(() -> prisma.user().deleteMany())
                .withMessageContaining("all()");
        assertThatExceptionOfType(InvalidQueryException.class)
                .isThrownBy(() -> prisma.user().updateMany(u -> u.data(User.NAME.set("x"))));
        assertThat(prisma.user().deleteMany(d -> d.all())).isZero();
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
