package dev.caspian.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.caspian.behaviour.client.Comment;
import dev.caspian.behaviour.client.Member;
import dev.caspian.behaviour.client.Post;
import dev.caspian.behaviour.client.User;
import dev.caspian.error.InvalidQueryException;
import dev.caspian.query.Assignment;
import dev.caspian.query.Condition;
import dev.caspian.query.FindMany;
import dev.caspian.query.Having;
import dev.caspian.query.Include;
import dev.caspian.query.Json;
import dev.caspian.query.Order;
import dev.caspian.query.Selection;
import dev.caspian.query.TypedField;
import dev.caspian.query.Unique;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What a query was not meant to get: the right answer, or one clear error and nothing written. */
class BadInputTests extends Behaviour {

    private DynamicTest refusesNull(String place, ThrowingCallable call) {
        return DynamicTest.dynamicTest(
                place,
                () -> assertThatExceptionOfType(InvalidQueryException.class)
                        .isThrownBy(call)
                        .withMessageContaining("null")
                        .withMessageContaining(place));
    }

    @TestFactory
    Stream<DynamicTest> nullIsRefusedInConditions() {
        Condition<User> nothing = null;
        Condition<User> some = User.NAME.isNull();
        return Stream.of(
                refusesNull("User.name", () -> User.NAME.eq((String) null)),
                refusesNull("User.email", () -> User.EMAIL.eq((String) null)),
                refusesNull("User.role", () -> User.ROLE.ne((dev.caspian.behaviour.client.Role) null)),
                refusesNull("User.id", () -> User.ID.eq((Integer) null)),
                refusesNull("User.age", () -> User.AGE.lt((Integer) null)),
                refusesNull("User.age", () -> User.AGE.gte((TypedField<User, Integer>) null)),
                refusesNull("User.name", () -> User.NAME.eq((TypedField<User, String>) null)),
                refusesNull("User.name", () -> User.NAME.contains((TypedField<User, String>) null)),
                refusesNull("User.name", () -> User.NAME.startsWith((String) null)),
                refusesNull("User.age", () -> User.AGE.between(1, null)),
                refusesNull("User.name", () -> User.NAME.in((List<String>) null)),
                refusesNull("User.name", () -> User.NAME.in((String[]) null)),
                refusesNull("User.name", () -> User.NAME.in("a", null)),
                refusesNull("User.name", () -> User.NAME.notIn(Arrays.asList("a", null))),
                refusesNull("User.settings", () -> User.SETTINGS.eq((Json) null)),
                refusesNull("User.settings.path", () -> User.SETTINGS.path("a").eq((Json) null)),
                refusesNull("User.settings.path", () -> User.SETTINGS.path("a", null)),
                refusesNull("User.settings.path", () -> User.SETTINGS.path("a").stringContains(null)),
                refusesNull("path", () -> User.SETTINGS.path("a").gt(null)),
                refusesNull("User.posts.some", () -> User.POSTS.some((Condition<Post>) null)),
                refusesNull("User.posts.none", () -> User.POSTS.none((Condition<Post>[]) null)),
                refusesNull("Post.author.is", () -> Post.AUTHOR.is(some, null)),
                refusesNull("and(…)", () -> some.and(null)),
                refusesNull("or(…)", () -> some.or(null)),
                refusesNull("and(…)", () -> User.ID.eq(1).and(null)),
                refusesNull("allOf(…)", () -> Condition.allOf(some, nothing)),
                refusesNull("anyOf(…)", () -> Condition.anyOf(Arrays.asList(some, nothing))),
                refusesNull("noneOf(…)", () -> Condition.noneOf(nothing)),
                refusesNull("ifPresent(…)", () -> Condition.<User, String>ifPresent("a", value -> null)),
                refusesNull("Member.orgId", () -> Member.orgIdUserId(null, 1)),
                refusesNull("User.age.sum().gt(…)", () -> User.AGE.sum().gt(null)),
                refusesNull("User.name.max().eq(…)", () -> User.NAME.max().eq(null)));
    }

    @TestFactory
    Stream<DynamicTest> nullIsRefusedInQueries() {
        return Stream.of(
                refusesNull("where(…)", () -> prisma.user().findMany((Condition<User>) null)),
                refusesNull("where(…)", () -> prisma.user().findMany(q -> q.where((Condition<User>[]) null))),
                refusesNull("where(…)", () -> prisma.user().exists(User.NAME.isNull(), null)),
                refusesNull("orderBy(…)", () -> prisma.user().findMany(q -> q.orderBy((Order<User>) null))),
                refusesNull("cursor(…)", () -> prisma.user().findMany(q -> q.cursor(null))),
                refusesNull("distinct(…)", () -> prisma.user().findMany(q -> q.distinct(User.AGE, null))),
                refusesNull("select(…)", () -> prisma.user().findMany(q -> q.select((Selection<User>) null))),
                refusesNull("include(…)", () -> prisma.user().findMany(q -> q.include((Include<User>) null))),
                refusesNull("omit(…)", () -> prisma.user().findMany(q -> q.omit((TypedField<User, ?>) null))),
                refusesNull("findMany(…)", () -> prisma.user().findMany(q -> (FindMany<User>) null)),
                refusesNull("findMany(…)", () -> prisma.user().findMany(q -> q, User.NAME, null, (a, b) -> a)),
                refusesNull("findUnique(…)", () -> prisma.user().findUnique(null)),
                refusesNull("findUnique(…)", () -> prisma.user().findUnique(User.ID.eq(1), q -> null)),
                refusesNull("stream(…)", () -> prisma.user().stream(q -> null)),
                refusesNull("count(…)", () -> prisma.user().count(q -> null)),
                refusesNull("User.posts.cursor", () -> User.POSTS.cursor(null)),
                refusesNull("where(…)", () -> User.POSTS.where((Condition<Post>) null)),
                refusesNull("Post.author.orderBy", () -> Post.AUTHOR.orderBy(null)),
                refusesNull("aggregate(…)", () -> prisma.user().aggregate(a -> null)),
                refusesNull("by(…)", () -> prisma.user().groupBy(g -> g.by(User.AGE, null))),
                refusesNull(
                        "having(…)",
                        () -> prisma.user().groupBy(g -> g.by(User.AGE).having((Having<User>) null))));
    }

    @TestFactory
    Stream<DynamicTest> nullIsRefusedInWrites() {
        Unique<User> nobody = null;
        return Stream.of(
                refusesNull("User.email", () -> prisma.user().create(u -> u.email(null))),
                refusesNull("create(…)", () -> prisma.user().create(null)),
                refusesNull(
                        "User.posts",
                        () -> prisma.user().create(u -> u.email("a@x").posts(p -> null))),
                refusesNull(
                        "Post.author",
                        () -> prisma.post().create(p -> p.title("a").author(nobody))),
                refusesNull(
                        "data(…)",
                        () -> prisma.user().update(User.ID.eq(1), (dev.caspian.query.Assignment<User>) null)),
                refusesNull("where(…)", () -> prisma.user().update(nobody, User.NAME.set("a"))),
                refusesNull("update(…)", () -> prisma.user().update(u -> null)),
                refusesNull("User.email", () -> prisma.user().update(User.ID.eq(1), User.EMAIL.set(null))),
                refusesNull("User.age", () -> prisma.user().update(User.ID.eq(1), User.AGE.increment(null))),
                refusesNull("delete(…)", () -> prisma.user().delete(null)),
                refusesNull("createMany(…)", () -> prisma.user().createMany(many -> null)),
                refusesNull(
                        "User.posts.connect",
                        () -> prisma.user().update(User.ID.eq(1), User.POSTS.connect(Post.ID.eq("a"), null))),
                refusesNull("User.posts.deleteMany", () -> User.POSTS.deleteMany((Condition<Post>) null)),
                refusesNull("User.posts.update", () -> User.POSTS.update(null, Post.TITLE.set("a"))),
                refusesNull("upsert(…)", () -> prisma.user().upsert(u -> null)),
                refusesNull("transaction(…)", () -> prisma.transaction(options -> null, () -> {})),
                refusesNull("where(…)", () -> prisma.user().deleteMany((Condition<User>) null)),
                refusesNull(
                        "where(…)",
                        () -> prisma.user()
                                .updateMany(u -> u.where((Condition<User>) null).data(User.NAME.set("a")))));
    }

    @TestFactory
    Stream<DynamicTest> aFilterThatWasLostEmptiesNoTable() {
        User ann = prisma.user().create(u -> u.email("a@x").reports(r -> r.create(c -> c.email("b@x"))));
        Condition<User> lost = Condition.ifPresent((String) null, User.NAME::eq);
        return Stream.<Condition<User>>of(
                        lost,
                        Condition.allOf(),
                        Condition.noneOf(),
                        Condition.<User>anyOf().not(),
                        lost.not().not(),
                        lost.and(lost),
                        lost.or(User.NAME.eq("a")),
                        User.NAME.eq("a").or(Condition.noneOf(Condition.anyOf(lost.not()))),
                        Condition.allOf(lost, Condition.allOf(Condition.allOf())),
                        Condition.noneOf(lost.not()))
                .map(condition -> DynamicTest.dynamicTest(condition.toString(), () -> {
                    assertThatExceptionOfType(InvalidQueryException.class)
                            .isThrownBy(() -> prisma.user().deleteMany(condition))
                            .withMessageContaining("all()");
                    assertThatExceptionOfType(InvalidQueryException.class)
                            .isThrownBy(() -> prisma.user()
                                    .updateMany(u -> u.where(condition).data(User.NAME.set("a"))))
                            .withMessageContaining("all()");
                    // Without `matching.conditions()` in `ToMany` all reports were deleted.
                    for (Supplier<Assignment<User>> nested : List.<Supplier<Assignment<User>>>of(
                            () -> User.REPORTS.deleteMany(condition),
                            () -> User.REPORTS.deleteMany(
                                    d -> d.where(condition).limit(1)),
                            () -> User.REPORTS.updateMany(condition, User.NAME.set("a")),
                            () -> User.REPORTS.updateMany(
                                    u -> u.where(condition).data(User.NAME.set("a"))))) {
                        assertThatExceptionOfType(InvalidQueryException.class)
                                .isThrownBy(() -> prisma.user().update(User.ID.eq(ann.id()), nested.get()))
                                .withMessageContaining("all()");
                    }
                    assertThat(prisma.user().count(User.NAME.isNull())).isEqualTo(2);
                    assertThat(prisma.user().count(condition)).isEqualTo(2);
                }));
    }

    @Test
    void everyRelatedRecordIsWrittenWhereThatIsSaid() {
        User ann = prisma.user()
                .create(u -> u.email("a@x")
                        .reports(r -> r.create(c -> c.email("b@x")).create(c -> c.email("c@x"))));

        prisma.user()
                .update(
                        User.ID.eq(ann.id()),
                        User.REPORTS.updateMany(u -> u.all().data(User.AGE.set(1))),
                        User.REPORTS.updateMany(
                                u -> u.all().data(User.NAME.set("one")).limit(1)));
        assertThat(prisma.user().count(User.AGE.eq(1))).isEqualTo(2);
        assertThat(prisma.user().count(User.NAME.eq("one"))).isEqualTo(1);

        prisma.user()
                .update(
                        User.ID.eq(ann.id()),
                        User.REPORTS.deleteMany(d -> d.all().limit(1)));
        assertThat(prisma.user().count()).isEqualTo(2);

        prisma.user().update(User.ID.eq(ann.id()), User.REPORTS.deleteMany(d -> d.all()));
        assertThat(prisma.user().findMany()).containsExactly(ann);
    }

    @Test
    void aFilterThatNothingFulfilsIsNoLostOne() {
        prisma.user().create(u -> u.email("a@x"));

        assertThat(prisma.user().deleteMany(Condition.anyOf())).isZero();
        assertThat(prisma.user().deleteMany(Condition.<User>allOf().not())).isZero();
        assertThat(prisma.user().deleteMany(User.EMAIL.eq("a@x").and(Condition.anyOf())))
                .isZero();
        assertThat(prisma.user().deleteMany(User.EMAIL.in())).isZero();
        assertThat(prisma.user().deleteMany(d -> d.all())).isEqualTo(1);
    }

    @Test
    void aCursorThatDoesNotExistIsBeforeNothing() {
        User ann = prisma.user().create(u -> u.email("a@x").posts(p -> p.create(c -> c.title("a"))));

        assertThat(prisma.user().findMany(q -> q.cursor(User.ID.eq(-1)))).isEmpty();
        assertThat(prisma.user().findMany(q -> q.cursor(User.ID.eq(-1)).take(-2)))
                .isEmpty();
        assertThat(prisma.user()
                        .findMany(q -> q.cursor(User.ID.eq(-1))
                                .orderBy(User.NAME.desc())
                                .skip(1)))
                .isEmpty();
        assertThat(prisma.user().count(q -> q.cursor(User.ID.eq(-1)))).isZero();
        assertThat(prisma.user()
                        .findUniqueOrThrow(User.ID.eq(ann.id()), q -> q.include(User.POSTS.cursor(Post.ID.eq("none"))))
                        .posts())
                .isEmpty();
    }

    @Test
    void countsOfRecordsHaveTheirLimits() {
        prisma.user().create(u -> u.email("a@x").posts(p -> p.create(c -> c.title("a"))));

        assertThat(prisma.user().findMany(q -> q.take(Integer.MIN_VALUE))).hasSize(1);
        assertThat(prisma.user().findMany(q -> q.take(Integer.MAX_VALUE).skip(Integer.MAX_VALUE)))
                .isEmpty();
        assertThat(prisma.user()
                        .findMany(q ->
                                q.include(User.POSTS.take(Integer.MIN_VALUE).skip(Integer.MAX_VALUE))))
                .singleElement()
                .satisfies(user -> assertThat(user.posts()).isEmpty());
        assertThat(prisma.user()
                        .findMany(q ->
                                q.include(User.POSTS.take(Integer.MAX_VALUE).skip(Integer.MAX_VALUE))))
                .singleElement()
                .satisfies(user -> assertThat(user.posts()).isEmpty());
        assertThat(prisma.user().groupBy(g -> g.by(User.AGE).take(Integer.MIN_VALUE)))
                .hasSize(1);
        assertThat(prisma.user()
                        .updateMany(u -> u.all().limit(Integer.MAX_VALUE).data(User.AGE.set(1))))
                .isEqualTo(1);
        assertThat(prisma.user().deleteMany(d -> d.all().limit(0))).isZero();
        assertThatExceptionOfType(InvalidQueryException.class).isThrownBy(() -> User.POSTS.skip(-1));
        assertThatExceptionOfType(InvalidQueryException.class)
                .isThrownBy(() -> prisma.user().groupBy(g -> g.by(User.AGE).skip(-1)));
        assertThatExceptionOfType(InvalidQueryException.class)
                .isThrownBy(() -> prisma.user().deleteMany(d -> d.all().limit(-1)));
    }

    @Test
    void whatDoesNothingIsNoError() {
        prisma.user().create(u -> u.email("a@x"));

        assertThatCode(() -> prisma.user().update(User.EMAIL.eq("a@x"))).doesNotThrowAnyException();
        assertThat(prisma.user().updateMany(u -> u.all())).isZero();
        assertThat(prisma.user().createMany(many -> many)).isZero();
        assertThat(prisma.user().createManyAndReturn(many -> many)).isEmpty();
    }

    @Test
    void aFilterThatIsLostInsideOfARelationDoesNotEmptyATable() {
        String nothing = null;
        for (Condition<Post> lost : List.<Condition<Post>>of(
                Post.AUTHOR.is(Condition.ifPresent(nothing, User.NAME::eq)),
                Post.COMMENTS.every(Condition.ifPresent(nothing, Comment.BODY::eq)),
                Post.ID.notIn(List.of()),
                Post.ID.in(List.of()).not(),
                Condition.noneOf(Post.ID.in(List.of()), Post.TITLE.in(List.of())),
                Post.ID.notIn(List.of()).and(Post.AUTHOR.is()))) {
            assertThatExceptionOfType(InvalidQueryException.class)
                    .isThrownBy(() -> prisma.post().deleteMany(lost))
                    .withMessageContaining("all()");
        }
        assertThat(prisma.post().deleteMany(Post.EDITOR.is())).isZero();
    }
}
