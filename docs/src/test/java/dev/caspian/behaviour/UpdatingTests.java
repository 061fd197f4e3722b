package dev.caspian.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.caspian.behaviour.client.Post;
import dev.caspian.behaviour.client.User;
import dev.caspian.error.InvalidQueryException;
import dev.caspian.error.RecordNotFoundException;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class UpdatingTests extends Behaviour {

    private User ann() {
        return prisma.user().create(u -> u.email("ann@x").name("Ann"));
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
    void calculatesWithEveryKindOfNumber() {
        User ann = prisma.user()
                .create(u -> u.email("ann@x").age(6).big(6L).score(6.0).balance(6));

        User updated = prisma.user()
                .update(
                        User.ID.eq(ann.id()),
                        User.AGE.decrement(2),
                        User.BIG.multiply(1L << 40),
                        User.SCORE.divide(4.0),
                        User.BALANCE.multiply(new BigDecimal("0.5")));
        assertThat(updated.age()).isEqualTo(4);
        assertThat(updated.big()).isEqualTo(6L << 40);
        assertThat(updated.score()).isEqualTo(1.5);
        assertThat(updated.balance()).isEqualByComparingTo("3");

        prisma.user().update(User.ID.eq(ann.id()), User.AGE.set(null), User.BIG.set(null), User.SCORE.set(null));
        User nothing = prisma.user()
                .update(User.ID.eq(ann.id()), User.AGE.decrement(2), User.BIG.multiply(2L), User.SCORE.divide(4.0));
        assertThat(nothing.age()).isNull();
        assertThat(nothing.big()).isNull();
        assertThat(nothing.score()).isNull();
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
    void refusesNullForARequiredFieldWhateverWasWrittenBefore() {
        User ann = prisma.user().create(u -> u.email("ann@x"));
        for (int i = 0; i < 2; i++) {
            assertThatExceptionOfType(InvalidQueryException.class)
                    .isThrownBy(() -> prisma.user().update(User.ID.eq(ann.id()), User.EMAIL.set(null)))
                    .withMessageContaining("`User.email` is required");
            prisma.user().update(User.ID.eq(ann.id()), User.EMAIL.set("bob@x"));
        }
    }
}
