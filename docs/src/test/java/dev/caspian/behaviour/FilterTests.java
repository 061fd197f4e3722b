package dev.caspian.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.behaviour.client.Class;
import dev.caspian.behaviour.client.Member;
import dev.caspian.behaviour.client.Role;
import dev.caspian.behaviour.client.User;
import dev.caspian.query.Condition;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which records a condition on their own fields finds. What is expected is what Prisma 7 answers. */
class FilterTests extends Behaviour {

    private static final Instant NOON = Instant.parse("2024-02-29T12:00:00.123Z");

    @BeforeEach
    void writePeople() {
        prisma.user()
                .create(u -> u.email("ann")
                        .name("Ann")
                        .role(Role.ADMIN)
                        .age(10)
                        .balance(new BigDecimal("1.5"))
                        .score(0.5)
                        .big(1L << 60)
                        .photo(new byte[] {0, 1, -1})
                        .createdAt(NOON));
        prisma.user()
                .create(u -> u.email("bob")
                        .name("Bob")
                        .age(20)
                        .balance(new BigDecimal("-20.25"))
                        .score(-1e300)
                        .big((1L << 60) + 1)
                        .active(false)
                        .photo(new byte[0])
                        .createdAt(NOON.plusMillis(1)));
        prisma.user().create(u -> u.email("nul").balance(new BigDecimal("100")).createdAt(NOON.minusSeconds(86_400)));
    }

    @SafeVarargs
    private List<String> found(Condition<User>... conditions) {
        return prisma
                .user()
                .findMany(q -> q.where(conditions).orderBy(User.ID.asc()).select(User.EMAIL))
                .stream()
                .map(User::email)
                .toList();
    }

    @Test
    void comparesStrings() {
        assertThat(found(User.NAME.eq("Ann"))).containsExactly("ann");
        assertThat(found(User.NAME.eq("ann"))).isEmpty();
        assertThat(found(User.NAME.ne("Ann"))).containsExactly("bob");
        assertThat(found(User.NAME.lt("Bob"))).containsExactly("ann");
        assertThat(found(User.NAME.lte("Bob"))).containsExactly("ann", "bob");
        assertThat(found(User.NAME.gt("Ann"))).containsExactly("bob");
        assertThat(found(User.NAME.gte("Ann"))).containsExactly("ann", "bob");
        assertThat(found(User.NAME.between("A", "B"))).containsExactly("ann");
        assertThat(found(User.NAME.contains("n"))).containsExactly("ann");
        assertThat(found(User.NAME.startsWith("B"))).containsExactly("bob");
        assertThat(found(User.NAME.endsWith("b"))).containsExactly("bob");
        assertThat(found(User.NAME.contains(""))).containsExactly("ann", "bob");
    }

    @Test
    void matchesTextInItsCase() {
        assertThat(found(User.NAME.contains("N"))).isEmpty();
        assertThat(found(User.NAME.startsWith("b"))).isEmpty();
        assertThat(found(User.NAME.endsWith("B"))).isEmpty();
    }

    @Test
    void comparesInts() {
        assertThat(found(User.AGE.eq(10))).containsExactly("ann");
        assertThat(found(User.AGE.ne(10))).containsExactly("bob");
        assertThat(found(User.AGE.lt(20))).containsExactly("ann");
        assertThat(found(User.AGE.lte(20))).containsExactly("ann", "bob");
        assertThat(found(User.AGE.gt(10))).containsExactly("bob");
        assertThat(found(User.AGE.gte(10))).containsExactly("ann", "bob");
        assertThat(found(User.AGE.between(11, 20))).containsExactly("bob");
        assertThat(found(User.AGE.in(10, 11))).containsExactly("ann");
        assertThat(found(User.AGE.notIn(10, 11))).containsExactly("bob");
    }

    @Test
    void comparesBigIntsBeyondTheReachOfDoubles() {
        long big = 1L << 60;
        assertThat(found(User.BIG.eq(big))).containsExactly("ann");
        assertThat(found(User.BIG.ne(big))).containsExactly("bob");
        assertThat(found(User.BIG.lt(big + 1))).containsExactly("ann");
        assertThat(found(User.BIG.gt(big))).containsExactly("bob");
        assertThat(found(User.BIG.in(big + 1))).containsExactly("bob");
        assertThat(found(User.BIG.notIn(big + 1))).containsExactly("ann");
        assertThat(found(User.BIG.between(big, big))).containsExactly("ann");
    }

    @Test
    void comparesFloats() {
        assertThat(found(User.SCORE.eq(0.5))).containsExactly("ann");
        assertThat(found(User.SCORE.ne(0.5))).containsExactly("bob");
        assertThat(found(User.SCORE.lt(0))).containsExactly("bob");
        assertThat(found(User.SCORE.gte(0.5))).containsExactly("ann");
        assertThat(found(User.SCORE.in(-1e300, 7.0))).containsExactly("bob");
        assertThat(found(User.SCORE.notIn(List.of(-1e300)))).containsExactly("ann");
    }

    @Test
    void comparesDecimals() {
        assertThat(found(User.BALANCE.eq(new BigDecimal("1.500")))).containsExactly("ann");
        assertThat(found(User.BALANCE.ne(new BigDecimal("1.5")))).containsExactly("bob", "nul");
        assertThat(found(User.BALANCE.lt(2))).containsExactly("ann", "bob");
        assertThat(found(User.BALANCE.lte(new BigDecimal("-20.25")))).containsExactly("bob");
        assertThat(found(User.BALANCE.gt(2))).containsExactly("nul");
        assertThat(found(User.BALANCE.gte(100))).containsExactly("nul");
        assertThat(found(User.BALANCE.between(-21, 9))).containsExactly("ann", "bob");
        assertThat(found(User.BALANCE.in(new BigDecimal("1.50"), new BigDecimal("100"))))
                .containsExactly("ann", "nul");
        assertThat(found(User.BALANCE.notIn(new BigDecimal("1.50")))).containsExactly("bob", "nul");
    }

    @Test
    void comparesDateTimes() {
        assertThat(found(User.CREATED_AT.eq(NOON))).containsExactly("ann");
        assertThat(found(User.CREATED_AT.ne(NOON))).containsExactly("bob", "nul");
        assertThat(found(User.CREATED_AT.lt(NOON))).containsExactly("nul");
        assertThat(found(User.CREATED_AT.lte(NOON))).containsExactly("ann", "nul");
        assertThat(found(User.CREATED_AT.gt(NOON))).containsExactly("bob");
        assertThat(found(User.CREATED_AT.gte(NOON))).containsExactly("ann", "bob");
        assertThat(found(User.CREATED_AT.between(NOON, NOON.plusMillis(1)))).containsExactly("ann", "bob");
        assertThat(found(User.CREATED_AT.in(NOON))).containsExactly("ann");
        assertThat(found(User.CREATED_AT.notIn(NOON))).containsExactly("bob", "nul");
    }

    @Test
    void comparesBooleans() {
        assertThat(found(User.ACTIVE.eq(false))).containsExactly("bob");
        assertThat(found(User.ACTIVE.ne(false))).containsExactly("ann", "nul");
        assertThat(found(User.ACTIVE.in(true))).containsExactly("ann", "nul");
        assertThat(found(User.ACTIVE.notIn(true, false))).isEmpty();
    }

    @Test
    void comparesBytes() {
        assertThat(found(User.PHOTO.eq(new byte[] {0, 1, -1}))).containsExactly("ann");
        assertThat(found(User.PHOTO.eq(new byte[0]))).containsExactly("bob");
        assertThat(found(User.PHOTO.ne(new byte[0]))).containsExactly("ann");
        assertThat(found(User.PHOTO.in(List.of(new byte[] {0, 1, -1}, new byte[0]))))
                .containsExactly("ann", "bob");
        assertThat(found(User.PHOTO.notIn(List.of(new byte[] {0, 1, -1})))).containsExactly("bob");
    }

    @Test
    void comparesEnums() {
        assertThat(found(User.ROLE.eq(Role.ADMIN))).containsExactly("ann");
        assertThat(found(User.ROLE.ne(Role.ADMIN))).containsExactly("bob", "nul");
        assertThat(found(User.ROLE.in(Role.ADMIN, Role.default_))).containsExactly("ann");
        assertThat(found(User.ROLE.notIn(List.of(Role.ADMIN)))).containsExactly("bob", "nul");
    }

    @Test
    void findsNull() {
        assertThat(found(User.NAME.isNull())).containsExactly("nul");
        assertThat(found(User.NAME.isNotNull())).containsExactly("ann", "bob");
        assertThat(found(User.PHOTO.isNull().and(User.BIG.isNull()))).containsExactly("nul");
        assertThat(found(User.NAME.isNull().not())).containsExactly("ann", "bob");
    }

    @Test
    void comparesNullWithNothing() {
        assertThat(found(User.NAME.eq("Ann").not())).containsExactly("bob");
        assertThat(found(User.NAME.contains("n").not())).containsExactly("bob");
        assertThat(found(User.AGE.gt(5).not())).isEmpty();
        assertThat(found(User.NAME.eq("Ann").or(User.AGE.gt(5)).not())).isEmpty();
        assertThat(found(User.NAME.eq("Ann").and(User.EMAIL.eq("ann")).not())).containsExactly("bob", "nul");
        assertThat(found(User.NAME.in("Ann").not())).containsExactly("bob");
        assertThat(found(User.NAME.eq("Ann").not().not())).containsExactly("ann");
    }

    @Test
    void findsNothingInAnEmptyListAndEverythingOutsideOfIt() {
        assertThat(found(User.NAME.in(List.of()))).isEmpty();
        assertThat(found(User.NAME.notIn(List.of()))).containsExactly("ann", "bob", "nul");
        assertThat(found(User.NAME.in(List.of()).not())).containsExactly("ann", "bob", "nul");
        assertThat(found(User.AGE.in())).isEmpty();
    }

    @Test
    void takesListsOfAnyLength() {
        List<Integer> numbers =
                IntStream.range(11, 100_011).boxed().collect(java.util.stream.Collectors.toCollection(ArrayList::new));
        assertThat(found(User.AGE.in(numbers))).containsExactly("bob");
        assertThat(found(User.AGE.notIn(numbers))).containsExactly("ann");
        List<String> names = numbers.stream().map(number -> "Ann" + number).toList();
        assertThat(found(User.NAME.in(names))).isEmpty();
        assertThat(found(User.NAME.notIn(names))).containsExactly("ann", "bob");
    }

    @Test
    void takesTextThatWouldBeSyntax() {
        String text = "'\"\\{},[]\u0001\t\n% null NULL";
        prisma.user().create(u -> u.email(text).name(text));
        assertThat(found(User.NAME.eq(text))).containsExactly(text);
        assertThat(found(User.NAME.in(text, "x"))).containsExactly(text);
        assertThat(found(User.NAME.notIn("Ann", "NULL", "null", "'"))).containsExactly("bob", text);
        assertThat(found(User.NAME.contains("\\{},[]\u0001"))).containsExactly(text);
    }

    @Test
    void takesWildcardsLiterally() {
        for (String name : List.of("50%", "50x", "a_b", "axb", "c\\d", "cxd", "\\%", "%")) {
            prisma.user().create(u -> u.email(name).name(name));
        }
        assertThat(found(User.NAME.contains("0%"))).containsExactly("50%");
        assertThat(found(User.NAME.startsWith("50%"))).containsExactly("50%");
        assertThat(found(User.NAME.startsWith("a_"))).containsExactly("a_b");
        assertThat(found(User.NAME.endsWith("_b"))).containsExactly("a_b");
        assertThat(found(User.NAME.contains("\\"))).containsExactly("c\\d", "\\%");
        assertThat(found(User.NAME.contains("\\%"))).containsExactly("\\%");
        assertThat(found(User.NAME.startsWith("%"))).containsExactly("%");
        assertThat(found(User.NAME.endsWith("%").insensitive())).containsExactly("50%", "\\%", "%");
    }

    @Test
    void comparesFieldsOfOneRecord() {
        prisma.user().create(u -> u.email("Eve").name("Eve").score(3.0).big(7));
        prisma.user().create(u -> u.email("100% Dan_").name("0% Dan"));
        assertThat(found(User.NAME.eq(User.EMAIL))).containsExactly("Eve");
        assertThat(found(User.NAME.ne(User.EMAIL))).containsExactly("ann", "bob", "100% Dan_");
        assertThat(found(User.EMAIL.contains(User.NAME))).containsExactly("Eve", "100% Dan_");
        assertThat(found(User.EMAIL.startsWith(User.NAME))).containsExactly("Eve");
        assertThat(found(User.EMAIL.endsWith(User.NAME))).containsExactly("Eve");
        assertThat(found(User.EMAIL.gt(User.NAME))).containsExactly("ann", "bob", "100% Dan_");
        prisma.class_().create(c -> c.int_(3).count(2));
        prisma.class_().create(c -> c.int_(3).count(3));
        assertThat(prisma.class_().count(Class.INT.gt(Class.COUNT))).isEqualTo(1);
        assertThat(prisma.class_().count(Class.INT.lte(Class.COUNT))).isEqualTo(1);
        assertThat(prisma.class_().count(Class.INT.gte(Class.COUNT).and(Class.INT.lt(Class.COUNT))))
                .isZero();
    }

    @Test
    void joinsConditions() {
        Condition<User> ann = User.NAME.eq("Ann");
        Condition<User> bob = User.NAME.eq("Bob");
        assertThat(found(ann, bob)).isEmpty();
        assertThat(found(ann.and(bob))).isEmpty();
        assertThat(found(ann.or(bob))).containsExactly("ann", "bob");
        assertThat(found(Condition.anyOf(ann, bob).and(User.AGE.gt(10)))).containsExactly("bob");
        assertThat(found(ann.or(bob.and(User.AGE.gt(20))).or(User.NAME.isNull())))
                .containsExactly("ann", "nul");
        assertThat(found(ann.and(bob.or(User.AGE.eq(10))), User.ROLE.eq(Role.ADMIN)))
                .containsExactly("ann");
        assertThat(found(Condition.noneOf(ann, User.AGE.eq(20)))).isEmpty();
        assertThat(found(Condition.noneOf(ann, User.EMAIL.eq("nul")))).containsExactly("bob");
        assertThat(found(ann.or(bob).not(), User.NAME.isNotNull())).isEmpty();
    }

    @Test
    void knowsWhatNothingMeans() {
        assertThat(found()).hasSize(3);
        assertThat(found(Condition.allOf())).hasSize(3);
        assertThat(found(Condition.anyOf())).isEmpty();
        assertThat(found(Condition.noneOf())).hasSize(3);
        assertThat(found(Condition.<User>anyOf().not())).hasSize(3);
        assertThat(found(Condition.<User>allOf().or(User.NAME.eq("Ann")))).hasSize(3);
        assertThat(found(Condition.<User>anyOf().and(User.NAME.eq("Ann")))).isEmpty();
    }

    @Test
    void leavesOutAFilterWithoutValueAndOnlyThen() {
        assertThat(found(Condition.ifPresent((String) null, User.NAME::contains)))
                .hasSize(3);
        assertThat(found(Condition.ifPresent("", User.NAME::contains))).containsExactly("ann", "bob");
        assertThat(found(Condition.ifPresent("Ann", User.NAME::eq), Condition.ifPresent((Integer) null, User.AGE::eq)))
                .containsExactly("ann");
        assertThat(found(Condition.ifPresent(List.<Integer>of(), User.AGE::in))).isEmpty();
    }

    @Test
    void findsRecordsByKeysOfSeveralFields() {
        prisma.org().create(o -> o.name("O").id("o"));
        int ann = prisma.user().findUniqueOrThrow(User.EMAIL.eq("ann")).id();
        prisma.member()
                .create(m -> m.org(dev.caspian.behaviour.client.Org.ID.eq("o"))
                        .userId(ann)
                        .level(3));
        assertThat(prisma.member().findUnique(Member.orgIdUserId("o", ann))).isPresent();
        assertThat(prisma.member().findUnique(Member.orgIdUserId("o", ann + 1))).isEmpty();
        assertThat(prisma.member().findUnique(Member.orgIdUserId("o", ann).and(Member.LEVEL.gt(3))))
                .isEmpty();
        assertThat(prisma.member().count(Member.orgIdUserId("o", ann).or(Member.LEVEL.eq(9))))
                .isEqualTo(1);
        assertThat(prisma.member().count(Member.orgIdUserId("o", ann).not())).isZero();
    }
}
