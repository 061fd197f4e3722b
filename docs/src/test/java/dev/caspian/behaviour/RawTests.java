package dev.caspian.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.caspian.behaviour.client.Post;
import dev.caspian.behaviour.client.Role;
import dev.caspian.behaviour.client.Tag;
import dev.caspian.behaviour.client.User;
import dev.caspian.error.FieldNotLoadedException;
import dev.caspian.error.InconsistentColumnException;
import dev.caspian.error.InvalidQueryException;
import dev.caspian.query.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** SQL of the application's own. */
class RawTests extends Behaviour {

    private static final Instant NOON = Instant.parse("2024-02-29T12:00:00.123Z");

    @BeforeEach
    void somebodyIsThere() {
        prisma.user()
                .create(u -> u.email("ann@gmail.com")
                        .name("Ann")
                        .role(Role.ADMIN)
                        .age(42)
                        .balance(new BigDecimal("12.50"))
                        .score(0.5)
                        .big(1L << 60)
                        .settings(Json.parse("{\"a\": 1}"))
                        .photo(new byte[] {1, 2})
                        .createdAt(NOON));
        prisma.user().create(u -> u.email("bob@example.com").active(false));
    }

    private User ann() {
        return prisma.user().findUniqueOrThrow(User.EMAIL.eq("ann@gmail.com"));
    }

    @Test
    void rowsBecomeModels() {
        List<User> users = prisma.queryRaw(User.class, "SELECT * FROM \"users\" WHERE email LIKE ?", "%@gmail.com");

        assertThat(users).containsExactly(ann());
        assertThat(users.get(0).createdAt()).isEqualTo(NOON);
        assertThat(users.get(0).role()).isEqualTo(Role.ADMIN);
    }

    @Test
    void aModelHasTheFieldsWhoseColumnsTheQueryReturns() {
        prisma.post().create(p -> p.title("Hello").authorId(ann().id()));

        Post post = prisma.queryRaw(Post.class, "SELECT id, post_title FROM \"Post\"")
                .get(0);

        assertThat(post.title()).isEqualTo("Hello");
        assertThatExceptionOfType(FieldNotLoadedException.class).isThrownBy(post::views);
        assertThatExceptionOfType(InvalidQueryException.class)
                .isThrownBy(() -> prisma.queryRaw(Post.class, "SELECT 1 AS one"))
                .withMessageContaining("no column of the model `Post`");
    }

    record Card(
            int id,
            String email,
            @Nullable String name,
            Role role,
            @Nullable Integer age,
            BigDecimal balance,
            @Nullable Double score,
            @Nullable Long big,
            boolean active,
            @Nullable Json settings,
            byte @Nullable [] photo,
            Instant createdAt) {}

    @Test
    void rowsBecomeRecordsWhoseComponentsAreNamedAsTheColumnsOrInCamelCase() {
        Card card = prisma.queryRaw(Card.class, "SELECT * FROM \"users\" WHERE \"email\" = ?", "ann@gmail.com")
                .get(0);

        assertThat(card)
                .usingRecursiveComparison()
                .isEqualTo(new Card(
                        ann().id(),
                        "ann@gmail.com",
                        "Ann",
                        Role.ADMIN,
                        42,
                        new BigDecimal("12.5"),
                        0.5,
                        1L << 60,
                        true,
                        ann().settings(),
                        new byte[] {1, 2},
                        NOON));
        assertThat(prisma.queryRaw(Card.class, "SELECT * FROM \"users\" WHERE \"name\" IS NULL"))
                .singleElement()
                .satisfies(bob -> assertThat(bob.age()).isNull())
                .satisfies(bob -> assertThat(bob.active()).isFalse())
                .satisfies(bob -> assertThat(bob.settings()).isNull());
    }

    record Aged(int age) {}

    record Moment(OffsetDateTime createdAt) {}

    @Test
    void nullInAPrimitiveIsAClearError() {
        assertThatExceptionOfType(InconsistentColumnException.class)
                .isThrownBy(() -> prisma.queryRaw(Aged.class, "SELECT age FROM \"users\" ORDER BY id"))
                .withMessageContaining("`age`")
                .withMessageContaining("`int`");
        assertThat(prisma.queryRaw(Moment.class, "SELECT created_at FROM \"users\" WHERE age = 42"))
                .containsExactly(new Moment(NOON.atOffset(ZoneOffset.UTC)));
    }

    public static final class Bean {
        private @Nullable String email;
        private @Nullable Instant createdAt;

        public void setEmail(String email) {
            this.email = email;
        }

        public void setCreatedAt(Instant createdAt) {
            this.createdAt = createdAt;
        }
    }

    @Test
    void rowsBecomeBeans() {
        Bean bean = prisma.queryRaw(Bean.class, "SELECT email, created_at FROM \"users\" WHERE age = ?", 42)
                .get(0);

        assertThat(bean.email).isEqualTo("ann@gmail.com");
        assertThat(bean.createdAt).isEqualTo(NOON);
    }

    @Test
    void rowsBecomeSingleValues() {
        assertThat(prisma.queryRaw(String.class, "SELECT email FROM \"users\" ORDER BY id"))
                .containsExactly("ann@gmail.com", "bob@example.com");
        assertThat(prisma.queryRaw(Long.class, "SELECT COUNT(*) FROM \"users\""))
                .containsExactly(2L);
        assertThat(prisma.queryRaw(Integer.class, "SELECT age FROM \"users\" ORDER BY id"))
                .containsExactly(42, null);
        assertThat(prisma.queryRaw(Instant.class, "SELECT MAX(created_at) FROM \"users\" WHERE age = 42"))
                .containsExactly(NOON);
        assertThat(prisma.queryRaw(Role.class, "SELECT role FROM \"users\" ORDER BY id"))
                .containsExactly(Role.ADMIN, Role.USER);
        assertThat(prisma.queryRaw(BigDecimal.class, "SELECT balance FROM \"users\" WHERE age = 42"))
                .containsExactly(new BigDecimal("12.5"));
        assertThat(prisma.queryRaw(Boolean.class, "SELECT active FROM \"users\" ORDER BY id"))
                .containsExactly(true, false);
        assertThat(prisma.queryRaw(Json.class, "SELECT settings FROM \"users\" WHERE age = 42"))
                .containsExactly(ann().settings());
        assertThat(prisma.queryRaw(byte[].class, "SELECT photo FROM \"users\" WHERE age = 42"))
                .containsExactly(new byte[] {1, 2});
    }

    @Test
    void rowsBecomeMapsWithTheValuesThatModelsHave() {
        Map<String, Object> row =
                prisma.queryRaw("SELECT * FROM \"users\" WHERE age = 42").get(0);

        assertThat(row)
                .containsEntry("email", "ann@gmail.com")
                .containsEntry("age", 42)
                .containsEntry("balance", new BigDecimal("12.5"))
                .containsEntry("score", 0.5)
                .containsEntry("big", 1L << 60)
                .containsEntry("active", true)
                .containsEntry("settings", ann().settings())
                .containsEntry("created_at", NOON)
                .containsEntry("role", "administrator")
                .containsEntry("managerId", null);
        assertThat(prisma.queryRaw("SELECT * FROM \"users\" WHERE age = 43")).isEmpty();
    }

    private long matching(String condition, @Nullable Object value) {
        return prisma.queryRaw(Long.class, "SELECT COUNT(*) FROM \"users\" WHERE " + condition, value)
                .get(0);
    }

    @Test
    void parametersAreBoundAsTheClientStoresThem() {
        assertThat(matching("email = ?", "ann@gmail.com")).isEqualTo(1);
        assertThat(matching("age = ?", 42)).isEqualTo(1);
        assertThat(matching("age = ?", (short) 42)).isEqualTo(1);
        assertThat(matching("big = ?", 1L << 60)).isEqualTo(1);
        assertThat(matching("score = ?", 0.5)).isEqualTo(1);
        assertThat(matching("score = ?", 0.5f)).isEqualTo(1);
        assertThat(matching("active = ?", false)).isEqualTo(1);
        assertThat(matching("created_at = ?", NOON)).isEqualTo(1);
        assertThat(matching("created_at = ?", NOON.atOffset(ZoneOffset.ofHours(2))))
                .isEqualTo(1);
        assertThat(matching("created_at = ?", Date.from(NOON))).isEqualTo(1);
        assertThat(matching("role = ?", Role.ADMIN)).isEqualTo(1);
        assertThat(matching("photo = ?", new byte[] {1, 2})).isEqualTo(1);
        assertThat(matching("CAST(? AS INTEGER) IS NULL", null)).isEqualTo(2);
    }

    enum Plain {
        Ann
    }

    @Test
    void parametersOfOtherTypesAreBoundByTheirMeaning() {
        assertThat(matching("name = ?", Plain.Ann.name())).isEqualTo(1);
        assertThat(matching("name = ?", new StringBuilder("Ann"))).isEqualTo(1);
        assertThat(prisma.executeRaw(
                        "UPDATE \"users\" SET balance = ?, settings = ?, name = ? WHERE age = ?",
                        new BigInteger("1234567890123"),
                        Json.parse("{\"b\": 2}"),
                        Plain.Ann,
                        42))
                .isEqualTo(1);
        assertThat(ann().balance()).isEqualTo("1234567890123");
        assertThat(prisma.user().count(User.SETTINGS.path("b").eq(2))).isEqualTo(1);
    }

    @Test
    void parametersHaveNames() {
        Map<String, Object> parameters = Map.of("email", "ann@gmail.com", "age", 42);

        assertThat(prisma.queryRaw(
                        User.class,
                        "SELECT * FROM \"users\" WHERE age = :age AND (email = :email OR age > :age)",
                        parameters))
                .containsExactly(ann());
        assertThat(prisma.queryRaw("SELECT 1 AS one FROM \"users\" WHERE age = :age", Map.of("age", 42)))
                .hasSize(1);
        assertThat(prisma.executeRaw("UPDATE \"users\" SET name = :name", Collections.singletonMap("name", null)))
                .isEqualTo(2);
    }

    @Test
    void aNamedListStandsForItsValues() {
        assertThat(prisma.queryRaw(
                        String.class,
                        "SELECT email FROM \"users\" WHERE role IN (:roles) OR email IN (:emails) ORDER BY id",
                        Map.of("roles", List.of(Role.ADMIN), "emails", List.of("bob@example.com", "none"))))
                .containsExactly("ann@gmail.com", "bob@example.com");
        assertThatExceptionOfType(InvalidQueryException.class)
                .isThrownBy(() -> prisma.queryRaw(
                        "SELECT * FROM \"users\" WHERE email IN (:emails)", Map.of("emails", List.of())))
                .withMessageContaining("`:emails`")
                .withMessageContaining("empty list");
    }

    @Test
    void whatOnlyLooksLikeAParameterIsLeftAlone() {
        assertThat(prisma.queryRaw(
                        String.class,
                        "SELECT ':none ?' || \"name\" /* :none ? */ FROM \"users\" -- :none ?\n WHERE age = :age",
                        Map.of("age", 42)))
                .containsExactly(":none ?Ann");
        assertThat(prisma.queryRaw(String.class, "SELECT ':none ?' || ? -- ?", "a"))
                .containsExactly(":none ?a");
    }

    @Test
    void theNumberAndTheNamesOfParametersMustBeRight() {
        String one = "UPDATE \"users\" SET name = 'changed' WHERE age = ?";
        String named = "UPDATE \"users\" SET name = 'changed' WHERE age = :age";

        assertThatExceptionOfType(InvalidQueryException.class)
                .isThrownBy(() -> prisma.executeRaw(one))
                .withMessage("The number of values for the raw query is 0, but that of its parameters is 1.");
        assertThatExceptionOfType(InvalidQueryException.class)
                .isThrownBy(() -> prisma.executeRaw(one, 42, 43))
                .withMessage("The number of values for the raw query is 2, but that of its parameters is 1.");
        assertThatExceptionOfType(InvalidQueryException.class)
                .isThrownBy(() -> prisma.executeRaw(named, Map.of()))
                .withMessageContaining("`:age`, which was not given");
        assertThatExceptionOfType(InvalidQueryException.class)
                .isThrownBy(() -> prisma.executeRaw(named, Map.of("age", 42, "other", 1)))
                .withMessageContaining("no parameter `:other`");
        assertThatExceptionOfType(InvalidQueryException.class)
                .isThrownBy(() -> prisma.executeRaw(named + " AND id = ?", Map.of("age", 42)))
                .withMessageContaining("name them all");
        assertThatExceptionOfType(InvalidQueryException.class)
                .isThrownBy(() -> prisma.executeRaw(one, (Object[]) null))
                .withMessageContaining("null");
        assertThatExceptionOfType(InvalidQueryException.class)
                .isThrownBy(() -> prisma.queryRaw((String) null))
                .withMessageContaining("null");
        assertThat(prisma.user().count(User.NAME.eq("changed"))).isZero();
    }

    @Test
    void severalStatementsAtOnceAreRefused() {
        assertThatExceptionOfType(InvalidQueryException.class)
                .isThrownBy(() -> prisma.executeRaw("DELETE FROM \"Post\"; DELETE FROM \"users\""))
                .withMessageContaining("one statement");
        assertThat(prisma.user().count()).isEqualTo(2);
        assertThat(prisma.executeRaw("UPDATE \"users\" SET name = 'a;b' WHERE age = 42; -- done; really"))
                .isEqualTo(1);
        assertThat(ann().name()).isEqualTo("a;b");
    }

    @Test
    void aStatementTellsHowManyRowsItChangedOrReturned() {
        assertThat(prisma.executeRaw("UPDATE \"users\" SET name = ?", "x")).isEqualTo(2);
        assertThat(prisma.executeRaw("UPDATE \"users\" SET name = ? WHERE id < 0", "x"))
                .isZero();
        assertThat(prisma.executeRaw("DELETE FROM \"users\" WHERE age = 42 RETURNING id"))
                .isEqualTo(1);
        assertThat(prisma.executeRaw("SELECT * FROM \"users\"")).isEqualTo(1);
        assertThat(prisma.queryRaw(String.class, "UPDATE \"users\" SET name = 'y' RETURNING name"))
                .containsExactly("y");
    }

    @Test
    void aRawQuerySeesTheChangesOfItsTransaction() {
        prisma.transaction(() -> {
            prisma.user().create(u -> u.email("carol@x"));
            assertThat(prisma.queryRaw(Long.class, "SELECT COUNT(*) FROM \"users\""))
                    .containsExactly(3L);
            prisma.executeRaw("UPDATE \"users\" SET age = 7 WHERE email = ?", "carol@x");
            assertThat(prisma.user().count(User.AGE.eq(7))).isEqualTo(1);
        });
    }

    @Test
    void listenersHearOfTheSqlWithoutItsValues() {
        sql.clear();
        prisma.queryRaw("SELECT id FROM \"users\" WHERE email = :email", Map.of("email", "secret@x"));

        assertThat(sql).containsExactly("SELECT id FROM \"users\" WHERE email = ?");
    }

    @Test
    void refusesNullAndTwoColumnsForOneField() {
        prisma.tag().create(t -> t.name("a"));

        assertThatExceptionOfType(InconsistentColumnException.class)
                .isThrownBy(() -> prisma.queryRaw(Tag.class, "SELECT NULL AS \"id\", 'a' AS \"name\""))
                .withMessageContaining("`Tag.id` is required");
        Tag nameless = prisma.queryRaw(Tag.class, "SELECT 1 AS \"id\", NULL AS \"name\"")
                .get(0);
        assertThatExceptionOfType(InconsistentColumnException.class)
                .isThrownBy(nameless::name)
                .withMessageContaining("`Tag.name` is required");
        assertThatExceptionOfType(InvalidQueryException.class)
                .isThrownBy(() -> prisma.queryRaw(Tag.class, "SELECT a.*, b.* FROM \"Tag\" a, \"Tag\" b"))
                .withMessageContaining("two columns");
    }

    @Test
    void refusesAStatementThatIsNone() {
        for (String nothing : List.of("", " ;", "-- no more", "/* nor */ ;")) {
            assertThatExceptionOfType(InvalidQueryException.class).isThrownBy(() -> prisma.executeRaw(nothing));
        }
    }

    @Test
    void calculatesWithDecimals() {
        prisma.user().create(u -> u.email("a@x").balance(new BigDecimal("1.5")));
        prisma.user().create(u -> u.email("b@x").balance(new BigDecimal("20.25")));

        assertThat(prisma.queryRaw(
                        String.class,
                        "SELECT email FROM users WHERE balance * 2 < ? AND email LIKE '_@x'",
                        new BigDecimal("10")))
                .containsExactly("a@x");
    }
}
