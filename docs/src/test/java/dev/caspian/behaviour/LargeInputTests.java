package dev.caspian.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.caspian.behaviour.client.Badge;
import dev.caspian.behaviour.client.Member;
import dev.caspian.behaviour.client.Tag;
import dev.caspian.behaviour.client.User;
import dev.caspian.behaviour.client.UserCreate;
import dev.caspian.error.InvalidQueryException;
import dev.caspian.error.InvalidValueException;
import dev.caspian.error.ParameterLimitException;
import dev.caspian.query.Aggregate;
import dev.caspian.query.Assignment;
import dev.caspian.query.Condition;
import dev.caspian.query.Creation;
import dev.caspian.query.Having;
import dev.caspian.query.Include;
import dev.caspian.query.Json;
import dev.caspian.query.Order;
import dev.caspian.query.Projection;
import dev.caspian.query.Unique;
import dev.caspian.reliability.Soak;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInfo;

/**
 * Queries larger and deeper than anybody writes by hand: in a process that has 512 MB for all tests, see the argument in the
 * module's pom.xml. With {@code -Dcaspian.soak} none may take longer than half a minute.
 */
class LargeInputTests extends Behaviour {

    private static final int MANY = 100_000;
    private static final int DEEP = 10_000;
    /** As deep as a query may be. */
    private static final int DEEPEST = 198;
    /** As many relations as one statement may follow. */
    private static final int FURTHEST = 12;

    private long start;

    @BeforeEach
    void startTheClock() {
        start = System.nanoTime();
    }

    @AfterEach
    void readTheClock(TestInfo test) {
        Soak.requireAtMost(Duration.ofSeconds(30), database + ", " + test.getDisplayName(), start);
    }

    /** Without a limit in ParameterValue the stack overflows. */
    @Test
    void aListOfARawQueryThatIsTooDeepIsRefused() {
        List<Object> itself = new ArrayList<>();
        itself.add(itself);
        itself.add(itself);
        List<Object> deep = List.of(1);
        for (int i = 0; i < 100_000; i++) {
            deep = List.of(deep);
        }

        for (List<Object> list : List.of(itself, deep)) {
            assertThatExceptionOfType(InvalidQueryException.class)
                    .isThrownBy(() -> prisma.queryRaw("SELECT ?", list))
                    .withMessage("A list for a parameter of a raw query is nested more than 100 deep, or contains"
                            + " itself. Give one that is less deep, or a text of Json.");
        }
    }

    private static <T> T nested(T inner, int depth, UnaryOperator<T> outer) {
        T nested = inner;
        for (int i = 0; i < depth; i++) {
            nested = outer.apply(nested);
        }
        return nested;
    }

    private static List<String> names() {
        return IntStream.range(0, MANY).mapToObj(i -> "Name " + i).toList();
    }

    @Test
    void aListHasAnyNumberOfValues() {
        prisma.user().create(u -> u.email("a@x").name("Name 99999"));
        prisma.user().create(u -> u.email("b@x").name("other"));
        List<Integer> numbers = IntStream.range(0, MANY).boxed().toList();

        assertThat(prisma.user().count(User.NAME.in(names()))).isEqualTo(1);
        assertThat(prisma.user().count(User.NAME.notIn(names()))).isEqualTo(1);
        assertThat(prisma.user().count(User.NAME.in(names()).insensitive())).isEqualTo(1);
        assertThat(prisma.user().count(User.AGE.in(numbers))).isZero();
        assertThat(prisma.user().count(User.NAME.in(names()), User.NAME.notIn(names())))
                .isZero();
        assertThat(prisma.user().updateMany(u -> u.where(User.NAME.in(names())).data(User.AGE.set(1))))
                .isEqualTo(1);
    }

    @Test
    void anyNumberOfRecordsHaveTheirRelatedRecordsLoaded() {
        prisma.org().create(o -> o.name("Org").id("o"));
        prisma.user().createMany(many -> many.data(names(), (u, name) -> u.email(name)));
        List<Integer> users = prisma.user().findMany(q -> q, User.ID);
        prisma.member()
                .createMany(many -> many.data(users, (m, user) -> m.orgId("o").userId(user)));
        int last = users.get(users.size() - 1);
        prisma.badge().create(b -> b.name("gold").member(Member.orgIdUserId("o", last)));

        List<Member> members = prisma.member()
                .findMany(q -> q.include(Member.USER.select(User.EMAIL), Member.BADGES.select(Badge.NAME)));

        assertThat(members).hasSize(MANY);
        assertThat(members)
                .filteredOn(member -> !member.badges().isEmpty())
                .singleElement()
                .satisfies(member -> {
                    assertThat(member.userId()).isEqualTo(last);
                    assertThat(member.user().email()).startsWith("Name ");
                });
    }

    @Test
    void anyNumberOfRecordsIsCreatedAndReturned() {
        assertThat(prisma.tag().createManyAndReturn(many -> many.data(names(), (t, name) -> t.name(name))))
                .extracting(Tag::name)
                .isEqualTo(names());
        assertThat(prisma.tag()
                        .createMany(many ->
                                many.data(names(), (t, name) -> t.name(name)).skipDuplicates()))
                .isZero();
        assertThat(prisma.tag().deleteMany(Tag.NAME.in(names()))).isEqualTo(MANY);
    }

    @Test
    void anyNumberOfRelatedRecordsIsCreatedConnectedAndDisconnected() {
        User ann = prisma.user()
                .create(u -> u.email("a@x")
                        .reports(r -> r.createMany(many -> many.data(names(), (report, name) -> report.email(name)))));
        assertThat(prisma.user().count(User.MANAGER_ID.eq(ann.id()))).isEqualTo(MANY);
        List<Unique<User>> reports = new ArrayList<>();
        prisma.user()
                .findMany(q -> q.where(User.MANAGER_ID.eq(ann.id())), User.ID)
                .forEach(id -> reports.add(User.ID.eq(id)));

        prisma.user().update(User.ID.eq(ann.id()), User.REPORTS.disconnect(uniques(reports)));
        assertThat(prisma.user().count(User.MANAGER_ID.eq(ann.id()))).isZero();

        prisma.user().update(User.ID.eq(ann.id()), User.REPORTS.connect(uniques(reports)));
        assertThat(prisma.user().count(User.MANAGER_ID.eq(ann.id()))).isEqualTo(MANY);

        prisma.user().update(User.ID.eq(ann.id()), User.REPORTS.set(uniques(reports)));
        assertThat(prisma.user().count(User.MANAGER_ID.eq(ann.id()))).isEqualTo(MANY);
    }

    @SuppressWarnings("unchecked") // An array of a type with arguments.
    private static <M> Unique<M>[] uniques(List<Unique<M>> records) {
        return records.toArray(Unique[]::new);
    }

    @Test
    void anyNumberOfKeysOfSeveralFieldsIsRefusedOrFound() {
        int ann = prisma.user().create(u -> u.email("a@x")).id();
        prisma.org().create(o -> o.name("Org").id("Name 7").members(m -> m.create(c -> c.userId(ann))));
        List<Unique<Member>> keys = new ArrayList<>();
        names().forEach(name -> keys.add(Member.orgIdUserId(name, ann)));

        assertThat(prisma.member().count(Condition.anyOf(keys.subList(0, 10_000))))
                .isEqualTo(1);
        assertThatExceptionOfType(ParameterLimitException.class)
                .isThrownBy(() -> prisma.member().count(Condition.anyOf(keys)));
    }

    @Test
    void recordsFiftyDeepInEachOtherAreLoaded() {
        prisma.user().create(chain(50));
        Include<User> include = nested((Include<User>) User.REPORTS, 49, inner -> User.REPORTS.include(inner));

        User record = prisma.user()
                .findMany(q -> q.where(User.MANAGER_ID.isNull()).include(include))
                .get(0);

        for (int i = 49; i >= 0; i--) {
            assertThat(record.email()).isEqualTo(i + "@x");
            record = record.reports().get(0);
        }
        assertThat(record.email()).isEqualTo("last@x");
    }

    @Test
    void moreParametersThanTheDatabaseTakesAreRefused() {
        List<Condition<User>> names = new ArrayList<>();
        names().forEach(name -> names.add(User.NAME.eq(name)));

        assertThatExceptionOfType(ParameterLimitException.class)
                .isThrownBy(() -> prisma.user().count(Condition.anyOf(names)))
                .withMessageContaining("in(…)");
        assertThat(prisma.user().count(Condition.anyOf(names.subList(0, 10_000))))
                .isZero();
    }

    @Test
    void conditionsOfTheSameKindDoNotNest() {
        prisma.user().create(u -> u.email("a@x").name("Ann"));
        Condition<User> ann = User.NAME.eq("Ann");
        Condition<User> any = User.ID.gt(0);

        assertThat(prisma.user().count(nested(ann, DEEP + 1, Condition::not))).isZero();
        assertThat(prisma.user().count(nested(ann, DEEP, condition -> Condition.allOf(List.of(condition)))))
                .isEqualTo(1);
        assertThat(prisma.user().count(nested(ann, 1_000, condition -> Condition.allOf(condition, any))))
                .isEqualTo(1);
        assertThat(prisma.user().count(nested(ann, 1_000, condition -> any.not().or(condition))))
                .isEqualTo(1);
        Having<User> having = nested(some(), 1_000, part -> part.and(some()));
        assertThat(prisma.user().groupBy(g -> g.by(User.NAME).having(having))).hasSize(1);
    }

    private static Having<User> some() {
        return Aggregate.<User>count().gt(0);
    }

    private DynamicTest refusedBeyondSomeDepth(String what, Function<Integer, ?> query) {
        return refusedBeyond(DEEPEST, "nested more than 200 deep", what, query);
    }

    private DynamicTest refusedBeyondSomeRelations(String what, Function<Integer, ?> query) {
        return refusedBeyond(FURTHEST, "nested more than 12 relations deep", what, query);
    }

    private DynamicTest refusedBeyond(int deepest, String message, String what, Function<Integer, ?> query) {
        return DynamicTest.dynamicTest(what, () -> {
            query.apply(deepest);
            sql.clear();
            assertThatExceptionOfType(InvalidQueryException.class)
                    .isThrownBy(() -> query.apply(DEEP))
                    .withMessageContaining(message);
            assertThat(sql.stream().filter(text -> text.startsWith("INSERT"))).isEmpty();
        });
    }

    private static Condition<User> mixed(int depth) {
        return nested(
                (Condition<User>) User.NAME.eq("a"),
                depth / 2,
                condition -> User.ID.gt(0).and(condition).or(User.AGE.eq(1)));
    }

    @TestFactory
    Stream<DynamicTest> whatIsDeeperThanAnyDatabaseTakesIsRefused() {
        return Stream.of(
                refusedBeyondSomeDepth("and in or", depth -> prisma.user().count(mixed(depth))),
                refusedBeyondSomeDepth(
                        "not of and in or",
                        depth -> prisma.user().count(mixed(depth - 2).not())),
                refusedBeyondSomeDepth("deleteMany", depth -> prisma.user().deleteMany(mixed(depth))),
                refusedBeyondSomeDepth(
                        "updateMany",
                        depth -> prisma.user()
                                .updateMany(u -> u.where(mixed(depth)).data(User.AGE.set(1)))),
                refusedBeyondSomeRelations(
                        "some of some",
                        depth -> prisma.user()
                                .count(nested(
                                        (Condition<User>) User.NAME.eq("a"),
                                        depth,
                                        condition -> User.REPORTS.some(condition)))),
                refusedBeyondSomeRelations(
                        "is not of is not",
                        depth -> prisma.user()
                                .count(nested(
                                        (Condition<User>) User.NAME.eq("a"),
                                        depth,
                                        condition -> User.MANAGER.isNot(condition)))),
                refusedBeyondSomeDepth(
                        "having",
                        depth -> prisma.user()
                                .groupBy(g -> g.by(User.NAME)
                                        .having(nested(
                                                some(),
                                                depth / 2,
                                                having -> some().and(having).or(some()))))),
                refusedBeyondSomeRelations(
                        "order by related",
                        depth -> prisma.user()
                                .findMany(q -> q.orderBy(nested(
                                        (Order<User>) User.NAME.asc(), depth, order -> User.MANAGER.orderBy(order))))),
                refusedBeyondSomeRelations(
                        "none of every",
                        depth -> prisma.user()
                                .count(nested(
                                        (Condition<User>) User.NAME.eq("a"),
                                        depth / 2,
                                        condition -> User.REPORTS.none(User.REPORTS.every(condition))))),
                refusedBeyondSomeRelations(
                        "a value of a relation of a relation",
                        depth -> prisma.user()
                                .findMany(
                                        q -> q,
                                        nested(
                                                (Projection<User, String>) User.NAME,
                                                depth,
                                                value -> User.MANAGER.get(value)))),
                refusedBeyondSomeDepth(
                        "include in include",
                        depth -> prisma.user()
                                .findMany(q -> q.include(nested(
                                        (Include<User>) User.MANAGER,
                                        depth,
                                        include -> User.MANAGER.include(include))))),
                refusedBeyondSomeDepth(
                        "lists in lists",
                        depth -> prisma.user()
                                .findMany(q -> q.include(nested(
                                        (Include<User>) User.REPORTS,
                                        depth,
                                        include -> User.REPORTS.include(include))))));
    }

    @Test
    void aRecordIsCreatedWithThoseInsideOfItUpToSomeDepth() {
        prisma.user().create(chain(DEEPEST));
        assertThat(prisma.user().count()).isEqualTo(DEEPEST + 1);

        assertThatExceptionOfType(InvalidQueryException.class)
                .isThrownBy(() -> prisma.user().create(chain(DEEP)))
                .withMessageContaining("nested more than 200 deep");
        assertThat(prisma.user().count()).isEqualTo(DEEPEST + 1);
    }

    private static Function<UserCreate.NeedsEmail<UserCreate>, Creation<User>> chain(int depth) {
        Function<UserCreate.NeedsEmail<UserCreate>, Creation<User>> chain = u -> u.email("last@x");
        for (int i = 0; i < depth; i++) {
            String email = i + "@x";
            Function<UserCreate.NeedsEmail<UserCreate>, Creation<User>> inner = chain;
            chain = u -> u.email(email).reports(reports -> reports.create(inner));
        }
        return chain;
    }

    @Test
    void nestedUpdatesTooDeepWriteNothing() {
        prisma.user().create(u -> u.email("a@x"));
        prisma.executeRaw("UPDATE \"users\" SET \"managerId\" = \"id\"");
        User ann = prisma.user().findUniqueOrThrow(User.EMAIL.eq("a@x"));
        Assignment<User> deep = nested(
                (Assignment<User>) User.AGE.set(2),
                DEEP,
                assignment -> User.REPORTS.update(User.ID.eq(ann.id()), assignment, User.NAME.set("b")));

        assertThatExceptionOfType(InvalidQueryException.class)
                .isThrownBy(() -> prisma.user().update(User.ID.eq(ann.id()), deep))
                .withMessageContaining("nested more than 200 deep");
        assertThat(prisma.user().count(User.NAME.isNull(), User.AGE.isNull())).isEqualTo(1);
    }

    @Test
    void aPathIntoADocumentHasAnyNumberOfSteps() {
        prisma.user().create(u -> u.email("a@x").settings(Json.parse("{\"a\":1}")));
        String[] steps = new String[DEEP];
        Arrays.fill(steps, "a");

        assertThat(prisma.user().count(User.SETTINGS.path(steps).eq(1))).isZero();
    }

    @Test
    void aDocumentTooDeepForTheDatabaseIsRefused() {
        Json deep = Json.parse("[".repeat(900) + "]".repeat(900));
        Json tooDeep = Json.parse("[".repeat(20 * DEEP) + "]".repeat(20 * DEEP));
        prisma.user().create(u -> u.email("a@x").settings(deep));

        assertThat(prisma.user().count(User.SETTINGS.eq(deep))).isEqualTo(1);
        for (ThrowingCallable query : List.<ThrowingCallable>of(
                () -> prisma.user().create(u -> u.email("b@x").settings(tooDeep)),
                () -> prisma.user().count(User.SETTINGS.eq(tooDeep)),
                () -> prisma.user().count(User.SETTINGS.path("a").arrayContains(tooDeep)))) {
            assertThat(catchThrowable(query)).isInstanceOfAny(InvalidValueException.class, InvalidQueryException.class);
        }
        assertThat(prisma.user().count()).isEqualTo(1);
    }

    @Test
    void theCharacterThatEndsTextsInCIsStoredOrRefused() {
        String text = "a\0b";
        List<Throwable> refused = new ArrayList<>();
        refused.add(catchThrowable(() -> prisma.user().create(u -> u.email(text).name(text))));
        refused.add(catchThrowable(
                () -> assertThat(prisma.user().count(User.NAME.eq(text))).isEqualTo(1)));
        refused.add(catchThrowable(
                () -> assertThat(prisma.user().count(User.NAME.in("x", text))).isEqualTo(1)));
        refused.add(catchThrowable(
                () -> assertThat(prisma.user().count(User.NAME.contains("\0"))).isEqualTo(1)));
        refused.add(catchThrowable(() -> assertThat(
                        prisma.user().count(User.NAME.in(List.of("x", text)).insensitive()))
                .isEqualTo(1)));
        refused.add(catchThrowable(() ->
                prisma.user().updateMany(u -> u.all().data(User.SETTINGS.set(Json.of(text))))));
        refused.add(catchThrowable(() ->
                assertThat(prisma.user().count(User.SETTINGS.eq(Json.of(text)))).isEqualTo(1)));
        refused.add(catchThrowable(() -> prisma.queryRaw("SELECT * FROM \"users\" WHERE \"name\" = ?", text)));

        assertThat(refused)
                .allSatisfy(error -> assertThat(error instanceof InvalidValueException)
                        .as(String.valueOf(error))
                        .isNotEqualTo(database.storesNul()));
        assertThat(refused)
                .allSatisfy(error ->
                        assertThat(error == null).as(String.valueOf(error)).isEqualTo(database.storesNul()));
        assertThat(prisma.user().findMany(q -> q, User.NAME))
                .isEqualTo(database.storesNul() ? List.of(text) : List.of());
    }
}
