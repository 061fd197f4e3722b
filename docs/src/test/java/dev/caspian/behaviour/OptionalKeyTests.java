package dev.caspian.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.caspian.behaviour.models.client.Crate;
import dev.caspian.behaviour.models.client.Depot;
import dev.caspian.behaviour.models.client.Sign;
import dev.caspian.error.NullConstraintException;
import dev.caspian.error.RecordNotFoundException;
import dev.caspian.query.Assignment;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Relations by a key that the record which is referred to may be without: nothing belongs to it then. */
class OptionalKeyTests extends ModelBehaviour {

    private int depot;
    private int crate;
    private int sign;

    @BeforeEach
    void writeRecordsWithoutTheKey() {
        depot = prisma.depot().create(d -> d).id();
        crate = prisma.crate().create(c -> c.content("apples")).id();
        sign = prisma.sign().create(s -> s.text("open")).id();
    }

    private Depot write(Assignment<Depot> assignment) {
        return prisma.depot()
                .update(u -> u.where(Depot.ID.eq(depot)).data(assignment).include(Depot.CRATES, Depot.SIGN));
    }

    @Test
    void writesNothingThatWouldNotBelong() {
        for (Assignment<Depot> assignment : List.of(
                Depot.CRATES.create(c -> c.content("pears")),
                Depot.CRATES.createMany(many -> many.data(c -> c.content("pears"))),
                Depot.CRATES.connect(Crate.ID.eq(crate)),
                Depot.CRATES.set(Crate.ID.eq(crate)),
                Depot.SIGN.create(s -> s.text("closed")),
                Depot.SIGN.connect(Sign.ID.eq(sign)))) {
            assertThatExceptionOfType(NullConstraintException.class)
                    .isThrownBy(() -> write(assignment))
                    .withMessage("No record can refer to one that has no value in `Depot.code`. Give it one first.");
        }
        assertThatExceptionOfType(NullConstraintException.class)
                .isThrownBy(() -> prisma.crate().update(Crate.ID.eq(crate), Crate.DEPOT.connect(Depot.ID.eq(depot))));
        assertThatExceptionOfType(NullConstraintException.class)
                .isThrownBy(() -> prisma.sign().create(s -> s.text("closed").depot(Depot.ID.eq(depot))));

        assertThat(prisma.crate().count()).isEqualTo(1);
        assertThat(prisma.sign().count()).isEqualTo(1);
    }

    @Test
    void changesNothingThatDoesNotBelong() {
        for (Assignment<Depot> assignment : List.of(
                Depot.CRATES.disconnect(Crate.ID.eq(crate)),
                Depot.CRATES.set(),
                Depot.CRATES.updateMany(Crate.ID.gt(0), Crate.CONTENT.set("pears")),
                Depot.CRATES.deleteMany(Crate.ID.gt(0)),
                Depot.SIGN.disconnect())) {
            assertThat(write(assignment).crates()).isEmpty();
        }
        for (Assignment<Depot> assignment : List.of(
                Depot.CRATES.update(Crate.ID.eq(crate), Crate.CONTENT.set("pears")),
                Depot.CRATES.delete(Crate.ID.eq(crate)),
                Depot.SIGN.delete())) {
            assertThatExceptionOfType(RecordNotFoundException.class).isThrownBy(() -> write(assignment));
        }

        assertThat(prisma.crate().findMany()).extracting(Crate::content).containsExactly("apples");
        assertThat(prisma.sign().count()).isEqualTo(1);
    }

    @Test
    void relatesRecordsOnceThereIsAKey() {
        Depot named = prisma.depot()
                .update(u -> u.where(Depot.ID.eq(depot))
                        .data(
                                Depot.CODE.set("north"),
                                Depot.CRATES.connect(Crate.ID.eq(crate)),
                                Depot.SIGN.connect(Sign.ID.eq(sign)))
                        .include(Depot.CRATES, Depot.SIGN));

        assertThat(named.crates()).extracting(Crate::depotCode).containsExactly("north");
        assertThat(named.sign().text()).isEqualTo("open");
    }

    @Test
    void connectsNothingThatWouldNotBelongInBatchesEither() {
        assertThatExceptionOfType(NullConstraintException.class)
                .isThrownBy(() -> prisma.crate()
                        .createMany(many -> many.data(c -> c.content("pears").depot(Depot.ID.eq(depot)))));
        assertThat(prisma.crate().count()).isEqualTo(1);
    }

    /** These tables are called as the planner would call sources of its own. */
    @Test
    void tellsTablesFromOtherSources() {
        prisma.depot().update(Depot.ID.eq(depot), Depot.CODE.set("north"), Depot.CRATES.connect(Crate.ID.eq(crate)));
        int empty = prisma.depot().create(d -> d.code("south")).id();

        assertThat(prisma.depot().findMany(Depot.CRATES.some(Crate.CONTENT.eq("apples"))))
                .extracting(Depot::id)
                .containsExactly(depot);
        assertThat(prisma.depot().findMany(Depot.CRATES.none()))
                .extracting(Depot::id)
                .containsExactly(empty);
        assertThat(prisma.depot()
                        .findMany(q -> q.orderBy(Depot.CRATES.count().desc()).include(Depot.CRATES.count())))
                .extracting(found -> found.count(Depot.CRATES))
                .containsExactly(1L, 0L);
    }
}
