package dev.caspian.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.caspian.behaviour.client.Post;
import dev.caspian.behaviour.client.Tag;
import dev.caspian.behaviour.client.User;
import dev.caspian.error.InvalidValueException;
import dev.caspian.error.RecordNotFoundException;
import dev.caspian.query.Aggregate;
import dev.caspian.query.Assignment;
import dev.caspian.query.Condition;
import dev.caspian.query.FieldAssignment;
import dev.caspian.query.GroupOrder;
import dev.caspian.query.Having;
import dev.caspian.query.Json;
import dev.caspian.query.Order;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Hostile texts through everything that takes text: the SQL is the same for all of them, and nothing but what the call
 * means is read or written.
 *
 * <p>What makes it pass is that {@code ExpressionRenderer} and {@code StatementRenderer} write a parameter for each value,
 * and no value. Whether the answers are right is shown by {@code RandomQueryTests}.
 *
 * <p>{@code -Dcaspian.texts} says how many texts each operator and call is given: 12 of its own, so that together they are
 * given all kinds, and 300 with the profile {@code soak}, which are tens of thousands of different ones.
 */
class InjectionTests extends Behaviour {

    private static final int TEXTS = Integer.getInteger("caspian.texts", 12);
    /** More of them where each takes one statement. */
    private static final int STORED_TEXTS = 5 * TEXTS;

    private static final long SEED = Long.getLong("caspian.test-seed", 1);

    /** Each call has the texts behind those of the call before it. */
    private int given;

    private int ann;
    private User before;

    @BeforeEach
    void writeRecords() {
        ann = prisma.user()
                .create(u -> u.email("ann@x")
                        .name("Ann")
                        .settings(Json.parse("{\"a\":\"b\"}"))
                        .posts(p -> p.create(c -> c.title("a")
                                        .id("first")
                                        .slug("the slug of the first one")
                                        .tags(t -> t.create(n -> n.name("the tag of the first one"))))
                                .create(c -> c.title("b").id("second"))))
                .id();
        prisma.setting().create(s -> s.name("name").value("value"));
        before = prisma.user().findUniqueOrThrow(User.ID.eq(ann));
    }

    /** Ends the transaction of a call. */
    private static final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Does something with every text, and undoes it. */
    private DynamicTest sameForEveryText(String name, Consumer<String> call) {
        int from = given;
        given += TEXTS;
        return DynamicTest.dynamicTest(name, () -> {
            // A numeral in a path is a position too, so that it may be asked for in another way than other texts.
            Map<Boolean, List<String>> shapes = new HashMap<>();
            for (String text : HostileTexts.any(SEED, from, TEXTS)) {
                sql.clear();
                Throwable thrown = catchThrowable(() -> prisma.transaction(() -> {
                    call.accept(text);
                    throw new Undone();
                }));
                if (thrown instanceof InvalidValueException) {
                    assertThat(isNowhereText(text))
                            .as("%s is no text: %s", text, thrown)
                            .isTrue();
                    continue;
                }
                assertThat(thrown)
                        .as("%s: %s", name, text)
                        .isInstanceOfAny(Undone.class, RecordNotFoundException.class);
                List<String> expected =
                        shapes.computeIfAbsent(text.matches("-?[0-9]{1,9}"), numeral -> List.copyOf(sql));
                assertThat(sql).as(text).isEqualTo(expected).isNotEmpty();
            }
            assertThat(shapes).containsKey(false);
            unharmed();
        });
    }

    /** Whether the text has half of a character, or the character 0, which a database need not take. */
    private static boolean isNowhereText(String text) {
        return text.contains("\0")
                || text.codePoints().anyMatch(point -> Character.getType(point) == Character.SURROGATE);
    }

    private void unharmed() {
        assertThat(prisma.user().findMany()).containsExactly(before);
        assertThat(prisma.post().findMany(q -> q.orderBy(Post.ID.asc()), Post.TITLE))
                .containsExactly("a", "b");
        assertThat(prisma.tag().findMany(q -> q, Tag.NAME)).containsExactly("the tag of the first one");
        assertThat(prisma.setting().findMany())
                .singleElement()
                .satisfies(setting -> assertThat(setting.value()).isEqualTo("value"));
    }

    @TestFactory
    Stream<DynamicTest> operators() {
        return Stream.of(User.NAME, User.EMAIL, User.SETTINGS, Post.ID)
                .flatMap(field -> TextOperators.of(field).stream())
                .map(operator -> sameForEveryText(operator.name(), text -> run(operator, text)));
    }

    @SuppressWarnings("unchecked") // The operators of fields of users and posts, by the name of the model.
    private void run(TextOperators.Operator operator, String text) {
        Object made = operator.with(text);
        if (operator.name().startsWith("Post.")) {
            runOnPosts(made);
        } else if (made instanceof Condition<?> condition) {
            Condition<User> users = (Condition<User>) condition;
            prisma.user().findMany(users);
            prisma.user().count(users.not());
            prisma.post().count(Post.AUTHOR.is(users));
            if (operator.hasCase()) {
                prisma.user().count(((Condition.Text<User>) made).insensitive());
            }
        } else if (made instanceof FieldAssignment<?> assignment) {
            prisma.user().updateMany(u -> u.all().data((FieldAssignment<User>) assignment));
            prisma.user().update(User.ID.eq(ann), (FieldAssignment<User>) assignment);
        } else if (made instanceof Having<?> having) {
            prisma.user().groupBy(g -> g.by(User.AGE).having((Having<User>) having));
        } else if (made instanceof Order<?> order) {
            prisma.user().findMany(q -> q.orderBy((Order<User>) order));
        } else if (made instanceof GroupOrder<?> order) {
            prisma.user().groupBy(g -> g.by(User.NAME).orderBy((GroupOrder<User>) order));
        } else {
            prisma.user().aggregate(a -> a.select((Aggregate<User, ?>) made));
        }
    }

    @SuppressWarnings("unchecked") // Conditions and assignments of posts.
    private void runOnPosts(Object made) {
        if (made instanceof Condition<?> condition) {
            prisma.post().findMany((Condition<Post>) condition);
            prisma.user().count(User.POSTS.some((Condition<Post>) condition));
            prisma.user().findMany(q -> q.include(User.POSTS.where((Condition<Post>) condition)));
        } else if (made instanceof FieldAssignment<?> assignment) {
            prisma.post().updateMany(u -> u.where(Post.ID.eq("second")).data((FieldAssignment<Post>) assignment));
        } else {
            assertThat(made).isInstanceOfAny(Having.class, Order.class, GroupOrder.class, Aggregate.class);
            prisma.post().count();
        }
    }

    @TestFactory
    Stream<DynamicTest> calls() {
        Map<String, Consumer<String>> calls = new LinkedHashMap<>();
        calls.put(
                "create",
                text -> prisma.user().create(u -> u.email(text).name(text).settings(Json.of(text))));
        calls.put(
                "createMany",
                text -> prisma.user()
                        .createMany(many -> many.data(
                                List.of(text, text + 1),
                                (u, email) -> u.email(email).name(text))));
        calls.put(
                "createMany, without duplicates",
                text -> prisma.user()
                        .createMany(many -> many.data(List.of(text, text), (u, email) -> u.email(email))
                                .skipDuplicates()));
        calls.put(
                "createManyAndReturn",
                text -> prisma.tag()
                        .createManyAndReturn(
                                many -> many.data(List.of(text + 1, text + 2), (t, name) -> t.name(name))));
        calls.put(
                "upsert",
                text -> prisma.user()
                        .upsert(u -> u.where(User.EMAIL.eq(text + 1))
                                .create(c -> c.email(text + 1))
                                .update(User.NAME.set(text))));
        calls.put(
                "upsert of what is there",
                text -> prisma.user()
                        .upsert(u -> u.where(User.EMAIL.eq("ann@x"))
                                .create(c -> c.email(text))
                                .update(User.NAME.set(text))));
        calls.put("findUnique", text -> prisma.user().findUnique(User.EMAIL.eq(text)));
        calls.put(
                "cursor",
                text -> prisma.post()
                        .findMany(q -> q.cursor(Post.ID.eq(text)).orderBy(Post.TITLE.asc(), Post.ID.asc())));
        calls.put(
                "distinct",
                text -> prisma.post().findMany(q -> q.where(Post.TITLE.ne(text)).distinct(Post.TITLE)));
        calls.put(
                "aggregate",
                text -> prisma.user().aggregate(a -> a.select(User.NAME.max()).where(User.NAME.ne(text))));
        calls.put("stream", text -> {
            try (Stream<User> users = prisma.user().stream(User.NAME.contains(text))) {
                assertThat(users).allMatch(user -> user.name() != null);
            }
        });
        calls.put(
                "include",
                text -> prisma.user()
                        .findMany(q -> q.include(User.POSTS
                                .where(Post.TITLE.ne(text), Post.TAGS.none(Tag.NAME.eq(text)))
                                .cursor(Post.ID.eq(text)))));
        calls.put("delete", text -> prisma.user().delete(User.EMAIL.eq(text)));
        calls.put("deleteMany", text -> prisma.post().deleteMany(Post.TITLE.contains(text)));
        calls.put(
                "nested create",
                text -> update(User.POSTS.create(
                        c -> c.title(text).slug(text).tags(t -> t.create(n -> n.name(text))))));
        calls.put(
                "nested createMany",
                text -> update(User.POSTS.createMany(many -> many.data(
                        List.of(text, text + 1), (p, title) -> p.title(title).slug(title)))));
        calls.put("nested connect", text -> update(User.POSTS.connect(Post.ID.eq(text))));
        calls.put(
                "nested connectOrCreate",
                text -> update(User.POSTS.connectOrCreate(
                        Post.SLUG.eq(text + 1), c -> c.title(text).slug(text + 1))));
        calls.put("nested update", text -> update(User.POSTS.update(Post.ID.eq("first"), Post.TITLE.set(text))));
        calls.put(
                "nested updateMany",
                text -> update(User.POSTS.updateMany(Post.TITLE.ne(text + 1), Post.TITLE.set(text))));
        calls.put(
                "nested upsert",
                text -> update(User.POSTS.upsert(
                        Post.SLUG.eq(text + 1), c -> c.title(text).slug(text + 1), Post.TITLE.set(text))));
        calls.put("nested delete", text -> update(User.POSTS.delete(Post.ID.eq(text))));
        calls.put("nested deleteMany", text -> update(User.POSTS.deleteMany(Post.TITLE.contains(text))));
        calls.put(
                "a raw query",
                text -> prisma.queryRaw("SELECT * FROM \"users\" WHERE email = ? OR name LIKE ?", text, text));
        calls.put(
                "a raw query by name",
                text -> prisma.queryRaw(
                        "SELECT * FROM \"users\" WHERE email IN (:emails) OR name = :name",
                        Map.of("emails", List.of(text, text + 1), "name", text)));
        calls.put(
                "a raw statement",
                text -> prisma.executeRaw("UPDATE \"users\" SET name = ? WHERE email = 'ann@x'", text));
        return calls.entrySet().stream().map(call -> sameForEveryText(call.getKey(), call.getValue()));
    }

    private void update(Assignment<User> assignment) {
        prisma.user().update(User.ID.eq(ann), assignment);
    }

    @Test
    void whatWasWrittenIsFoundAndNothingElse() {
        for (String text : HostileTexts.storable(SEED, 0, STORED_TEXTS)) {
            prisma.user().update(User.ID.eq(ann), User.NAME.set(text), User.SETTINGS.set(Json.of(text)));

            assertThat(prisma.user()
                            .findMany(User.NAME.eq(text), User.NAME.contains(text), User.NAME.in(List.of(text))))
                    .as(text)
                    .singleElement()
                    .satisfies(user -> assertThat(user.name()).isEqualTo(text));
            assertThat(prisma.user().exists(User.SETTINGS.path().eq(text), User.SETTINGS.eq(Json.of(text))))
                    .as(text)
                    .isTrue();
            assertThat(prisma.user().exists(User.NAME.eq(text + "'"))).as(text).isFalse();
            assertThat(prisma.user().exists(User.NAME.startsWith(text + "%")))
                    .as(text)
                    .isFalse();
            assertThat(prisma.queryRaw(
                            String.class, "SELECT name FROM \"users\" WHERE name = :name", Map.of("name", text)))
                    .containsExactly(text);
        }
    }
}
