package dev.caspian.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.caspian.behaviour.models.client.Leaf;
import dev.caspian.behaviour.models.client.Wide;
import dev.caspian.error.FieldNotLoadedException;
import org.junit.jupiter.api.Test;

/** A model with more fields, and more relations, than one long has bits. */
class WideModelTests extends ModelBehaviour {

    @Test
    void everyFieldIsWrittenAndRead() {
        Wide wide = prisma.wide()
                .create(w -> w.key("a").f02(true).f63("x").f64(64).f66("y").f70(-1));
        assertThat(wide.f63()).isEqualTo("x");
        assertThat(wide.f64()).isEqualTo(64);
        assertThat(wide.f65()).isFalse();
        assertThat(wide.f67()).isEqualTo(67);
        assertThat(wide.f70()).isEqualTo(-1);
        assertThat(prisma.wide().findMany(Wide.F66.eq("y"), Wide.F70.lt(0), Wide.F65.eq(false)))
                .containsExactly(wide);
    }

    @Test
    void fieldsBeyondTheFirstSixtyFourAreSelectedAndOmitted() {
        prisma.wide().create(w -> w.key("a"));

        Wide selected =
                prisma.wide().findFirst(q -> q.select(Wide.F03, Wide.F67)).orElseThrow();
        assertThat(selected.f67()).isEqualTo(67);
        assertThat(selected.toMap()).containsOnlyKeys("f03", "f67");
        assertThatExceptionOfType(FieldNotLoadedException.class).isThrownBy(selected::f68);
        assertThatExceptionOfType(FieldNotLoadedException.class).isThrownBy(selected::f01);
        Wide rest = prisma.wide().findFirst(q -> q.omit(Wide.F03, Wide.F67)).orElseThrow();
        assertThat(rest.f68()).isFalse();
        assertThat(rest.toMap()).hasSize(70).doesNotContainKeys("f03", "f67");
        assertThatExceptionOfType(FieldNotLoadedException.class).isThrownBy(rest::f67);
    }

    @Test
    void relationsBeyondTheFirstSixtyFourAreIncluded() {
        prisma.wide()
                .create(w -> w.key("a")
                        .r01(r -> r.create(c -> c))
                        .r66(r -> r.create(c -> c).create(c -> c)));

        Wide wide = prisma.wide()
                .findUniqueOrThrow(
                        Wide.KEY.eq("a"),
                        q -> q.include(Wide.R02, Wide.R66.include(Leaf.W66), Wide.R01.count(), Wide.R65.count()));
        assertThat(wide.r66()).hasSize(2).allMatch(leaf -> leaf.w66().key().equals("a"));
        assertThat(wide.r02()).isEmpty();
        assertThat(wide.count(Wide.R01)).isEqualTo(1);
        assertThat(wide.count(Wide.R65)).isZero();
        assertThatExceptionOfType(FieldNotLoadedException.class).isThrownBy(wide::r01);
        assertThatExceptionOfType(FieldNotLoadedException.class).isThrownBy(() -> wide.count(Wide.R64));
    }

    @Test
    void upsertsAndUpdatesWriteAnyField() {
        for (int i = 0; i < 2; i++) {
            prisma.wide()
                    .upsert(u -> u.where(Wide.KEY.eq("a"))
                            .create(c -> c.key("a").f70(1))
                            .update(Wide.F70.increment(1), Wide.F68.set(true)));
        }
        Wide wide = prisma.wide().findUniqueOrThrow(Wide.KEY.eq("a"));
        assertThat(wide.f70()).isEqualTo(2);
        assertThat(wide.f68()).isTrue();
        assertThat(prisma.wide()
                        .createManyAndReturn(m ->
                                m.data(w -> w.key("b")).data(w -> w.key("c").f69("z"))))
                .extracting(Wide::f69)
                .containsExactly(null, "z");
    }
}
