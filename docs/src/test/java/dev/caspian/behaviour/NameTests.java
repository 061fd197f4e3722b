package dev.caspian.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.caspian.behaviour.models.client.Kind;
import dev.caspian.behaviour.models.client.Object;
import dev.caspian.behaviour.models.client.Odd;
import dev.caspian.behaviour.models.client.Override;
import dev.caspian.behaviour.models.client.Record;
import dev.caspian.error.NullConstraintException;
import dev.caspian.error.UniqueConstraintException;
import dev.caspian.query.Json;
import org.junit.jupiter.api.Test;

/** Names that mean something to Java, to SQL or to the client, and names that have to be quoted. */
class NameTests extends ModelBehaviour {

    @Test
    void keywordsAndTheNamesOfJavaLangAreModelsAndFields() {
        Object made = prisma.object()
                .create(
                        o -> o.class_("a")
                                .ID("big")
                                .getClass_("b")
                                .hashCode_(7)
                                .toString_("c")
                                .equals("d")
                                .wait_(8)
                                .notify_(true)
                                .of("e")
                                .value(9)
                                .set("f")
                                .where(Json.of("{\"a\":1}"))
                                .connect(
                                        c -> c.create(g -> g.order(1).table("t").default_(Kind.SMALL)))
                                .record(r -> r.create(
                                        c -> c.var("v").yield(1).List("l").Unique("u"))),
                        q -> q.include(Object.CONNECT, Object.RECORD.include(Record.OBJECT)));

        assertThat(made.ID()).isEqualTo("big");
        assertThat(made.getClass_()).isEqualTo("b");
        assertThat(made.hashCode_()).isEqualTo(7);
        assertThat(made.wait_()).isEqualTo(8);
        assertThat(made.select()).isEqualTo("t");
        assertThat(made.connect().default_()).isEqualTo(Kind.SMALL);
        assertThat(made.record().get(0).object().id()).isEqualTo(made.id());
        assertThat(made.toMap()).containsEntry("class", "a").containsEntry("hashCode", 7);
        assertThat(prisma.object().findUnique(Object.toMap("a", 7))).isPresent();
        assertThat(prisma.override().findMany(Override.RELATE.some(Object.CLASS.eq("a"))))
                .extracting(Override::table)
                .containsExactly("t");

        Object changed = prisma.object()
                .update(u -> u.where(Object.CLASS.eq("a"))
                        .data(
                                Object.WAIT.increment(1),
                                Object.CONNECT.connectOrCreate(
                                        Override.orderTable(1, "u"),
                                        c -> c.order(1).table("u")),
                                Object.RECORD.update(Record.VAR.eq("v"), Record.YIELD.set(null)))
                        .include(Object.RECORD));
        assertThat(changed.wait_()).isEqualTo(9);
        assertThat(changed.record().get(0).yield()).isNull();
        assertThat(prisma.object()
                        .groupBy(g -> g.by(Object.CLASS).select(Object.VALUE.sum()))
                        .get(0)
                        .get(Object.CLASS))
                .isEqualTo("a");
    }

    @Test
    void tablesAndColumnsHaveAnyName() {
        prisma.odd()
                .create(o -> o.dotted("root")
                        .ünïcode("ü")
                        .children(c -> c.create(n -> n.dotted("a").long_("x")).create(n -> n.dotted("b")))
                        .peers(p -> p.create(n -> n.dotted("peer"))));

        Odd root = prisma.odd()
                .findUniqueOrThrow(
                        Odd.DOTTED.eq("root"),
                        q -> q.include(
                                Odd.CHILDREN.orderBy(Odd.DOTTED.desc()).take(1),
                                Odd.CHILDREN.count(),
                                Odd.PEERS,
                                Odd.PEER_OF));
        assertThat(root.ünïcode()).isEqualTo("ü");
        assertThat(root.children()).extracting(Odd::dotted).containsExactly("b");
        assertThat(root.count(Odd.CHILDREN)).isEqualTo(2);
        assertThat(root.peers()).extracting(Odd::dotted).containsExactly("peer");
        assertThat(prisma.odd()
                        .findMany(
                                q -> q.where(Odd.PARENT.is(Odd.ÜNÏCODE.eq("ü"))).distinct(Odd.PARENT_ID)))
                .hasSize(1);
        assertThat(prisma.odd()
                        .upsert(u -> u.where(Odd.dottedLong("a", "x"))
                                .create(c -> c.dotted("a").long_("x"))
                                .update(Odd.ÜNÏCODE.set("again")))
                        .ünïcode())
                .isEqualTo("again");
        assertThat(prisma.odd()
                        .updateMany(u -> u.where(Odd.PARENT_ID.isNotNull())
                                .data(Odd.ÜNÏCODE.set("child"))
                                .limit(5)))
                .isEqualTo(2);
        assertThat(prisma.odd()
                        .groupBy(g -> g.by(Odd.ÜNÏCODE)
                                .select(Odd.ID.count())
                                .orderBy(Odd.ID.count().desc())))
                .hasSize(3);
        assertThat(prisma.odd().aggregate(a -> a.select(Odd.DOTTED.max())).get(Odd.DOTTED.max()))
                .isEqualTo("root");
    }

    @Test
    void errorsNameTheModelWhateverItsTableIsCalled() {
        prisma.odd().create(o -> o.dotted("a").long_("b"));

        assertThatExceptionOfType(UniqueConstraintException.class)
                .isThrownBy(() -> prisma.odd().create(o -> o.dotted("a")))
                .satisfies(e -> assertThat(e.model()).isEqualTo("Odd"))
                .satisfies(e -> assertThat(e.fields()).containsExactly("dotted"));
        int id = prisma.odd().findUniqueOrThrow(Odd.DOTTED.eq("a")).id();
        assertThatExceptionOfType(UniqueConstraintException.class)
                .isThrownBy(() -> prisma.odd().create(o -> o.dotted("c").id(id)))
                .satisfies(e -> assertThat(e.fields()).containsExactly("id"));
        assertThatExceptionOfType(NullConstraintException.class)
                .isThrownBy(() -> prisma.executeRaw("UPDATE \"odd.\"\"table\"\", (x) :y ?\" SET \"a.b, c) d\" = NULL"))
                .withMessageContaining("`Odd.dotted`");
    }
}
