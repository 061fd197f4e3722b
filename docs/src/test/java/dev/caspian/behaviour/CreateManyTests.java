package dev.caspian.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.caspian.behaviour.client.Member;
import dev.caspian.behaviour.client.Post;
import dev.caspian.behaviour.client.Tag;
import dev.caspian.behaviour.client.User;
import dev.caspian.error.ConstraintException;
import dev.caspian.error.ForeignKeyConstraintException;
import dev.caspian.error.RecordNotFoundException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CreateManyTests extends Behaviour {

    private int ann() {
        return prisma.user().create(u -> u.email("ann@x")).id();
    }

    private static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    @Test
    void createsThousandsOfRecordsInFewStatements() {
        int ann = ann();
        sql.clear();

        long created = prisma.post()
                .createMany(many ->
                        many.data(numbers(2000), (p, i) -> p.title("Post " + i).authorId(ann)));

        assertThat(created).isEqualTo(2000);
        assertThat(sql).hasSizeLessThanOrEqualTo(7 + 2000 / database.rowsOfAnInsert());
        assertThat(prisma.post().count()).isEqualTo(2000);
    }

    @Test
    void returnsRecordsInTheirOrderFromFewStatements() {
        int ann = ann();
        sql.clear();

        List<Post> posts = prisma.post()
                .createManyAndReturn(
                        many -> many.data(
                                numbers(300), (p, i) -> p.title("Post " + i).authorId(ann)),
                        q -> q.include(Post.AUTHOR, Post.COMMENTS.count()));

        assertThat(posts)
                .extracting(Post::title)
                .containsExactlyElementsOf(
                        numbers(300).stream().map(i -> "Post " + i).toList());
        assertThat(posts).allSatisfy(post -> assertThat(post.author().id()).isEqualTo(ann));
        assertThat(sql).hasSizeLessThanOrEqualTo(6 + 300 / database.rowsOfAnInsert());
    }

    @Test
    void returnsGeneratedKeysInTheOrderOfTheRecords() {
        List<Tag> tags = prisma.tag().createManyAndReturn(many -> many.data(numbers(1000), (t, i) -> t.name("t" + i)));

        assertThat(tags)
                .extracting(Tag::name)
                .containsExactlyElementsOf(
                        numbers(1000).stream().map(i -> "t" + i).toList());
        assertThat(tags).extracting(Tag::id).isSorted();
    }

    @Test
    void returnsOnlyWhatIsSelected() {
        assertThat(prisma.tag()
                        .createManyAndReturn(many -> many.data(t -> t.name("a")), q -> q.select(Tag.NAME))
                        .get(0)
                        .toString())
                .doesNotContain("id");
    }

    @Test
    void returnsNothingForNoRecords() {
        assertThat(prisma.tag().createManyAndReturn(many -> many)).isEmpty();
        assertThat(prisma.tag().createMany(many -> many)).isZero();
    }

    @Test
    void skipsDuplicatesAndReturnsTheOthers() {
        prisma.tag().create(t -> t.name("java"));

        assertThat(prisma.tag()
                        .createMany(many -> many.data(t -> t.name("java"))
                                .data(t -> t.name("sql"))
                                .data(t -> t.name("sql"))
                                .skipDuplicates()))
                .isEqualTo(1);
        assertThat(prisma.tag()
                        .createManyAndReturn(
                                many -> many.data(t -> t.name("java"))
                                        .data(t -> t.name("go"))
                                        .data(t -> t.name("c"))
                                        .skipDuplicates(),
                                q -> q.include(Tag.POSTS)))
                .extracting(Tag::name)
                .containsExactly("go", "c");
    }

    @Test
    void skipsDuplicatesOfEveryKey() {
        int ann = ann();
        prisma.org().create(o -> o.name("Org").id("o1").members(m -> m.create(c -> c.userId(ann))));
        prisma.badge()
                .create(b ->
                        b.name("gold").member(Member.orgIdUserId("o1", ann)).id(1));
        prisma.locker().create(l -> l.number(1).orgId("o1").userId(ann));

        assertThat(prisma.member()
                        .createMany(many ->
                                many.data(m -> m.orgId("o1").userId(ann)).skipDuplicates()))
                .isZero();
        assertThat(prisma.badge()
                        .createMany(many -> many.data(b -> b.name("gold")
                                        .member(Member.orgIdUserId("o1", ann))
                                        .id(2))
                                .data(b -> b.name("silver")
                                        .member(Member.orgIdUserId("o1", ann))
                                        .id(1))
                                .skipDuplicates()))
                .isZero();
        assertThat(prisma.locker()
                        .createMany(
                                many -> many.data(l -> l.number(2).orgId("o1").userId(ann))
                                        .data(l -> l.number(3))
                                        .data(l -> l.number(4))
                                        .skipDuplicates()))
                .isEqualTo(2);
    }

    @Test
    void skipsNothingButDuplicates() {
        assertThatExceptionOfType(ForeignKeyConstraintException.class)
                .isThrownBy(() -> prisma.post()
                        .createMany(many ->
                                many.data(p -> p.title("a").authorId(-1)).skipDuplicates()));
    }

    @Test
    void skipsNoRecordThatTheDatabaseForbids() {
        prisma.executeRaw("ALTER TABLE \"Setting\" RENAME TO \"Setting_\"");
        try {
            prisma.executeRaw("CREATE TABLE \"Setting\" (\"name\" TEXT NOT NULL UNIQUE,"
                    + " \"value\" TEXT NOT NULL CHECK (\"value\" <> 'forbidden'))");
            prisma.setting().create(s -> s.name("a").value("x"));

            assertThatExceptionOfType(ConstraintException.class)
                    .isThrownBy(() -> prisma.setting()
                            .createMany(many -> many.data(s -> s.name("a").value("y"))
                                    .data(s -> s.name("b").value("forbidden"))
                                    .skipDuplicates()));
            assertThat(prisma.setting().count()).isEqualTo(1);
        } finally {
            prisma.executeRaw("DROP TABLE \"Setting\"");
            prisma.executeRaw("ALTER TABLE \"Setting_\" RENAME TO \"Setting\"");
        }
    }

    @Test
    void connectsManyRecordsInOneQuery() {
        prisma.user()
                .createMany(many ->
                        many.data(numbers(50), (u, i) -> u.email("u" + i).id(i + 1)));
        sql.clear();

        prisma.post()
                .createMany(many -> many.data(
                                numbers(50), (p, i) -> p.title("by id").author(User.ID.eq(i + 1)))
                        .data(numbers(50), (p, i) -> p.title("by email").author(User.EMAIL.eq("u" + i)))
                        .data(p -> p.title("checked").author(User.EMAIL.eq("u7").and(User.ACTIVE.eq(true)))));

        assertThat(sql).hasSizeLessThanOrEqualTo(8 + 101 / database.rowsOfAnInsert());
        assertThat(prisma.user().findMany(q -> q.include(User.POSTS.count())))
                .allSatisfy(user -> assertThat(user.count(User.POSTS)).isEqualTo(user.id() == 8 ? 3 : 2));
    }

    @Test
    void connectsNobodyWhoIsNotThere() {
        ann();

        assertThatExceptionOfType(RecordNotFoundException.class)
                .isThrownBy(() -> prisma.post()
                        .createMany(many -> many.data(p -> p.title("a").author(User.EMAIL.eq("ann@x")))
                                .data(p -> p.title("b").author(User.EMAIL.eq("bob@x")))))
                .withMessageContaining("can be connected through `Post.author`");
        assertThat(prisma.post().count()).isZero();
    }

    @Test
    void createsRecordsThatReferToOthersByACompoundKey() {
        int ann = ann();
        prisma.org().create(o -> o.name("Org").id("o1").members(m -> m.create(c -> c.userId(ann))));

        prisma.badge()
                .createMany(many -> many.data(
                        List.of("gold", "silver"), (b, name) -> b.name(name).member(Member.orgIdUserId("o1", ann))));

        assertThat(prisma.badge().count()).isEqualTo(2);
    }

    @Test
    void returnsWhatBelongsToARecordOnceAllAreThere() {
        List<User> users = prisma.user()
                .createManyAndReturn(
                        many -> many.data(u -> u.email("boss@x").id(100))
                                .data(u -> u.email("ann@x").managerId(100))
                                .data(u -> u.email("bob@x").manager(User.EMAIL.eq("ann@x"))),
                        r -> r.include(User.REPORTS));

        assertThat(users)
                .extracting(user -> user.reports().stream().map(User::email).toList())
                .containsExactly(List.of("ann@x"), List.of("bob@x"), List.of());
    }
}
