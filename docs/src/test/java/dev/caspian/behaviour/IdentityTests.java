package dev.caspian.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.caspian.behaviour.models.client.Bare;
import dev.caspian.behaviour.models.client.Seat;
import dev.caspian.behaviour.models.client.Token;
import dev.caspian.error.UniqueConstraintException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Models whose records are told apart by something else than an id, and models that have nothing but an id. */
class IdentityTests extends ModelBehaviour {

    @Test
    void aUniqueFieldServesAsAnId() {
        prisma.token().createMany(m -> m.data(List.of("a", "b", "c"), (t, code) -> t.code(code)));

        assertThat(prisma.token()
                        .update(Token.CODE.eq("a"), Token.CODE.set("z"), Token.USES.increment(1))
                        .uses())
                .isEqualTo(1);
        assertThat(prisma.token()
                        .upsert(u -> u.where(Token.CODE.eq("z"))
                                .create(c -> c.code("z"))
                                .update(Token.OWNER.set("me")))
                        .owner())
                .isEqualTo("me");
        assertThat(prisma.token()
                        .findMany(q -> q.orderBy(Token.OWNER.asc().nullsFirst()).cursor(Token.CODE.eq("c"))))
                .extracting(Token::code)
                .containsExactly("c", "z");
        assertThat(prisma.token().findMany(q -> q.take(-1))).hasSize(1);
        assertThat(prisma.token().findMany(q -> q.distinct(Token.OWNER).orderBy(Token.CODE.asc())))
                .extracting(Token::code)
                .containsExactly("b", "z");
        assertThat(prisma.token()
                        .updateMany(u -> u.all().data(Token.USES.set(7)).limit(2)))
                .isEqualTo(2);
        assertThat(prisma.token().delete(Token.CODE.eq("b")).code()).isEqualTo("b");
    }

    @Test
    void aCompoundUniqueKeyServesAsAnId() {
        prisma.seat().create(s -> s.row(1).number(1));
        prisma.seat().create(s -> s.row(1).number(2).guest("x"));

        assertThat(prisma.seat().update(Seat.place(1, 1), Seat.NUMBER.set(3)).number())
                .isEqualTo(3);
        assertThat(prisma.seat().findMany(q -> q.orderBy(Seat.ROW.asc()).cursor(Seat.place(1, 2))))
                .extracting(Seat::number)
                .containsExactly(2, 3);
        assertThat(prisma.seat().deleteMany(d -> d.all().limit(1))).isEqualTo(1);
        assertThatExceptionOfType(UniqueConstraintException.class)
                .isThrownBy(() -> prisma.seat()
                        .createMany(m -> m.data(s -> s.row(2).number(2))
                                .data(s -> s.row(2).number(2))))
                .satisfies(e -> assertThat(e.fields()).containsExactly("row", "number"));
        assertThat(prisma.seat()
                        .createMany(m -> m.data(s -> s.row(2).number(2))
                                .data(s -> s.row(2).number(2))
                                .skipDuplicates()))
                .isEqualTo(1);
    }

    @Test
    void nothingButAnIdIsEnough() {
        Bare first = prisma.bare().create(b -> b);
        assertThat(prisma.bare()
                        .createMany(m -> m.data(b -> b).data(b -> b.id(100)).data(b -> b)))
                .isEqualTo(3);
        assertThat(prisma.bare().createManyAndReturn(m -> m.data(b -> b).data(b -> b)))
                .hasSize(2);
        assertThat(prisma.bare().findMany()).hasSize(6).contains(first);
        assertThat(prisma.bare().update(Bare.ID.eq(first.id()))).isEqualTo(first);
        assertThat(prisma.bare().update(Bare.ID.eq(first.id()), Bare.ID.set(50)).id())
                .isEqualTo(50);
        assertThat(prisma.bare()
                        .upsert(u -> u.where(Bare.ID.eq(50)).create(c -> c).update())
                        .id())
                .isEqualTo(50);
        assertThat(prisma.bare()
                        .upsert(u ->
                                u.where(Bare.ID.eq(51)).create(c -> c.id(51)).update())
                        .id())
                .isEqualTo(51);
        assertThat(prisma.bare().delete(Bare.ID.eq(50)).id()).isEqualTo(50);
    }
}
