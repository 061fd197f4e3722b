package dev.caspian.behaviour;

import static dev.caspian.query.Aggregate.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.caspian.behaviour.client.Role;
import dev.caspian.behaviour.client.User;
import dev.caspian.error.InvalidQueryException;
import dev.caspian.query.Having;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AggregationTests extends Behaviour {

    private static final Instant FIRST = Instant.parse("2024-01-01T00:00:00Z");

    @BeforeEach
    void writeSomeUsers() {
        prisma.user()
                .createMany(many -> many.data(u -> u.email("a@x")
                                .age(10)
                                .balance(new BigDecimal("0.5"))
                                .score(1.5)
                                .createdAt(FIRST))
                        .data(u -> u.email("b@x")
                                .age(20)
                                .balance(new BigDecimal("1.25"))
                                .big(1L << 40)
                                .role(Role.ADMIN))
                        .data(u -> u.email("c@x")
                                .age(40)
                                .balance(new BigDecimal("2"))
                                .role(Role.ADMIN))
                        .data(u -> u.email("d@x").role(Role.default_)));
    }

    @Test
    void calculatesOverAllRecords() {
        var stats = prisma.user()
                .aggregate(a -> a.select(
                        count(),
                        User.AGE.count(),
                        User.AGE.sum(),
                        User.AGE.avg(),
                        User.AGE.min(),
                        User.AGE.max(),
                        User.BALANCE.sum(),
                        User.SCORE.sum(),
                        User.BIG.sum(),
                        User.CREATED_AT.min(),
                        User.EMAIL.max()));

        assertThat(stats.get(count())).isEqualTo(4L);
        assertThat(stats.get(User.AGE.count())).isEqualTo(3L);
        assertThat(stats.get(User.AGE.sum())).isEqualTo(70L);
        assertThat(stats.get(User.AGE.avg())).isBetween(23.3, 23.4);
        assertThat(stats.get(User.AGE.min())).isEqualTo(10);
        assertThat(stats.get(User.AGE.max())).isEqualTo(40);
        assertThat(stats.get(User.BALANCE.sum())).isEqualByComparingTo("3.75");
        assertThat(stats.get(User.SCORE.sum())).isEqualTo(1.5);
        assertThat(stats.get(User.BIG.sum())).isEqualTo(1L << 40);
        assertThat(stats.get(User.CREATED_AT.min())).isEqualTo(FIRST);
        assertThat(stats.get(User.EMAIL.max())).isEqualTo("d@x");
    }

    @Test
    void calculatesOverNothing() {
        var stats =
                prisma.user().aggregate(a -> a.select(count(), User.AGE.sum()).where(User.EMAIL.eq("nobody@x")));

        assertThat(stats.get(count())).isZero();
        assertThat(stats.get(User.AGE.sum())).isNull();
    }

    @Test
    void calculatesOverAPage() {
        var stats = prisma.user()
                .aggregate(a -> a.select(User.AGE.sum())
                        .orderBy(User.EMAIL.asc())
                        .skip(1)
                        .take(2));

        assertThat(stats.get(User.AGE.sum())).isEqualTo(60L);
    }

    @Test
    void groups() {
        var ages = User.AGE.sum();
        var groups = prisma.user()
                .groupBy(g -> g.by(User.ROLE)
                        .select(ages, User.ID.count())
                        .where(User.EMAIL.ne("nobody@x"))
                        .orderBy(User.ID.count().desc(), User.EMAIL.max().desc()));

        assertThat(groups)
                .extracting(group -> group.get(User.ROLE))
                .containsExactly(Role.ADMIN, Role.default_, Role.USER);
        assertThat(groups).extracting(group -> group.get(ages)).containsExactly(60L, null, 10L);
    }

    @Test
    void showsGroups() {
        var groups = prisma.user()
                .groupBy(g -> g.by(User.AGE)
                        .select(count())
                        .where(User.AGE.isNull().or(User.AGE.gt(20)))
                        .orderBy(User.AGE.asc().nullsFirst()));

        assertThat(groups).extracting(Object::toString).containsExactly("[null] {count()=1}", "[40] {count()=1}");
    }

    @Test
    void filtersGroups() {
        var ages = User.AGE.sum();
        var groups = prisma.user()
                .groupBy(g -> g.by(User.ROLE)
                        .having(ages.gte(10)
                                .and(User.ID.count().lt(2).or(Having.of(User.ROLE.eq(Role.ADMIN))))
                                .and(ages.eq(10).not())));

        assertThat(groups).extracting(group -> group.get(User.ROLE)).containsExactly(Role.ADMIN);
    }

    @Test
    void comparesAggregatesWithDecimals() {
        var balance = User.BALANCE.sum();

        assertThat(prisma.user().groupBy(g -> g.by(User.ROLE).having(balance.gt(new BigDecimal("1.5")))))
                .extracting(group -> group.get(User.ROLE))
                .containsExactly(Role.ADMIN);
        assertThat(prisma.user()
                        .groupBy(g -> g.by(User.ROLE).having(User.ID.count().gt(new BigDecimal("1.5")))))
                .extracting(group -> group.get(User.ROLE))
                .containsExactly(Role.ADMIN);
        assertThat(prisma.user()
                        .groupBy(g -> g.by(User.ROLE).having(User.BALANCE.max().lt(new BigDecimal("0.5")))))
                .extracting(group -> group.get(User.ROLE))
                .containsExactly(Role.default_);
    }

    @Test
    void pagesGroups() {
        var groups = prisma.user()
                .groupBy(g -> g.by(User.EMAIL).orderBy(User.EMAIL.asc()).skip(1).take(-2));

        assertThat(groups).extracting(group -> group.get(User.EMAIL)).containsExactly("b@x", "c@x");
    }

    @Test
    void refusesWhatAGroupDoesNotHave() {
        sql.clear();

        assertThatExceptionOfType(InvalidQueryException.class)
                .isThrownBy(() -> prisma.user().groupBy(g -> g.select(count())))
                .withMessage("The groups of `User` are made by nothing. Name at least one field in by(…), or use"
                        + " aggregate(…).");
        assertThatExceptionOfType(InvalidQueryException.class)
                .isThrownBy(() -> prisma.user().groupBy(g -> g.by(User.ROLE).orderBy(User.EMAIL.asc())))
                .withMessage("The groups are not made by `User.email`, so they have no value of it. Add it to by(…), or"
                        + " use an aggregate of it.");
        assertThatExceptionOfType(InvalidQueryException.class)
                .isThrownBy(() -> prisma.user()
                        .groupBy(g -> g.by(User.ROLE)
                                .having(Having.of(User.ROLE
                                        .eq(Role.ADMIN)
                                        .or(User.AGE.gt(1).not())))))
                .withMessageContaining("`User.age`");
        assertThatExceptionOfType(InvalidQueryException.class)
                .isThrownBy(() -> prisma.user().groupBy(g -> g.by(User.ROLE).having(Having.of(User.POSTS.none()))))
                .withMessageContaining("`User.posts`");
        assertThatExceptionOfType(InvalidQueryException.class)
                .isThrownBy(() -> prisma.user().aggregate(a -> a.where(User.AGE.gt(1))))
                .withMessageContaining("select(…)");
        assertThat(sql).isEmpty();
    }
}
