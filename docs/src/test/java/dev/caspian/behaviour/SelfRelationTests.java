package dev.caspian.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.caspian.behaviour.models.client.Egg;
import dev.caspian.behaviour.models.client.Farm;
import dev.caspian.behaviour.models.client.Hen;
import dev.caspian.behaviour.models.client.Node;
import dev.caspian.behaviour.models.client.Parcel;
import dev.caspian.behaviour.models.client.Passport;
import dev.caspian.behaviour.models.client.Person;
import dev.caspian.error.RecordNotFoundException;
import dev.caspian.error.RequiredRelationException;
import org.junit.jupiter.api.Test;

/** Relations of a model with itself, several between two models, and those that go round. */
class SelfRelationTests extends ModelBehaviour {

    private Person person(String name) {
        return prisma.person()
                .findUniqueOrThrow(
                        Person.NAME.eq(name),
                        q -> q.include(
                                Person.SUCCESSOR,
                                Person.PREDECESSOR,
                                Person.BOSS,
                                Person.STAFF.orderBy(Person.NAME.asc()),
                                Person.PASSPORT));
    }

    @Test
    void oneToOneIsSetFromBothSides() {
        prisma.person().create(p -> p.name("ann").successor(s -> s.create(c -> c.name("bob"))));
        prisma.person().create(p -> p.name("cid").predecessor(Person.NAME.eq("bob")));

        assertThat(person("ann").successor().name()).isEqualTo("bob");
        assertThat(person("ann").predecessor()).isNull();
        assertThat(person("bob").predecessor().name()).isEqualTo("ann");
        assertThat(person("bob").successor().name()).isEqualTo("cid");
        assertThat(person("cid").predecessor().name()).isEqualTo("bob");
        assertThat(prisma.person().findMany(Person.PREDECESSOR.is(Person.PREDECESSOR.is(Person.NAME.eq("ann")))))
                .extracting(Person::name)
                .containsExactly("cid");
        assertThat(prisma.person().findMany(Person.SUCCESSOR.isNull()))
                .extracting(Person::name)
                .containsExactly("cid");
    }

    @Test
    void aNewPartnerTakesThePlaceOfTheOldOne() {
        prisma.person().create(p -> p.name("ann").successor(s -> s.create(c -> c.name("bob"))));
        prisma.person().create(p -> p.name("cid"));

        prisma.person().update(Person.NAME.eq("bob"), Person.PREDECESSOR.connect(Person.NAME.eq("cid")));
        assertThat(person("ann").successor()).isNull();
        assertThat(person("cid").successor().name()).isEqualTo("bob");

        prisma.person().update(Person.NAME.eq("ann"), Person.SUCCESSOR.connect(Person.NAME.eq("bob")));
        assertThat(person("cid").successor()).isNull();
        assertThat(person("bob").predecessor().name()).isEqualTo("ann");

        prisma.person().update(Person.NAME.eq("bob"), Person.PREDECESSOR.disconnect());
        assertThat(person("ann").successor()).isNull();
        prisma.person().update(Person.NAME.eq("ann"), Person.SUCCESSOR.connect(Person.NAME.eq("ann")));
        assertThat(person("ann").predecessor().name()).isEqualTo("ann");
        prisma.person().update(Person.NAME.eq("ann"), Person.SUCCESSOR.connect(Person.NAME.eq("ann")));
        prisma.person()
                .create(p -> p.name("dora")
                        .successor(s -> s.connectOrCreate(Person.NAME.eq("ann"), c -> c.name("not made"))));
        assertThat(person("ann").successor()).isNull();
        assertThat(person("ann").predecessor().name()).isEqualTo("dora");
    }

    @Test
    void aPartnerThatCannotBeAloneKeepsItsPlace() {
        prisma.passport().create(p -> p.number("1").person(s -> s.create(c -> c.name("ann"))));
        prisma.passport().create(p -> p.number("2").person(s -> s.create(c -> c.name("bob"))));

        assertThatExceptionOfType(RequiredRelationException.class)
                .isThrownBy(() -> prisma.passport().create(p -> p.number("3").person(Person.NAME.eq("ann"))));
        assertThatExceptionOfType(RequiredRelationException.class)
                .isThrownBy(() -> prisma.passport()
                        .update(Passport.NUMBER.eq("2"), Passport.PERSON.connect(Person.NAME.eq("ann"))))
                .withMessageContaining("`Person.passport`");
        prisma.passport().update(Passport.NUMBER.eq("1"), Passport.PERSON.connect(Person.NAME.eq("ann")));
        assertThat(person("ann").passport().number()).isEqualTo("1");
    }

    @Test
    void oneToManyGoesUpAndDown() {
        prisma.person()
                .create(p -> p.name("ann")
                        .staff(s -> s.create(c -> c.name("bob").staff(t -> t.create(d -> d.name("dora"))))
                                .create(c -> c.name("cid"))));

        assertThat(person("ann").staff()).extracting(Person::name).containsExactly("bob", "cid");
        assertThat(person("dora").boss().name()).isEqualTo("bob");
        assertThat(prisma.person().findMany(Person.BOSS.is(Person.BOSS.is(Person.NAME.eq("ann")))))
                .extracting(Person::name)
                .containsExactly("dora");
        assertThat(prisma
                        .person()
                        .findMany(q -> q.where(Person.STAFF.some(Person.STAFF.some()))
                                .include(Person.STAFF.include(Person.STAFF.include(Person.BOSS)))
                                .orderBy(Person.STAFF.count().desc(), Person.NAME.asc()))
                        .get(0)
                        .staff()
                        .stream()
                        .flatMap(boss -> boss.staff().stream())
                        .map(worker -> worker.boss().name()))
                .containsExactly("bob");
        prisma.person().update(Person.NAME.eq("cid"), Person.STAFF.set(Person.NAME.eq("ann"), Person.NAME.eq("dora")));
        assertThat(person("ann").boss().name()).isEqualTo("cid");
        assertThat(person("bob").staff()).isEmpty();
        assertThat(prisma.person()
                        .findMany(q ->
                                q.orderBy(Person.BOSS.orderBy(Person.NAME.desc().nullsLast()), Person.NAME.asc())))
                .extracting(Person::name)
                .containsExactly("ann", "dora", "bob", "cid");
    }

    @Test
    void severalRelationsBetweenTwoModelsAreNotConfused() {
        prisma.person()
                .create(p -> p.name("ann")
                        .sent(s -> s.create(c -> c.label("a").receiver(r -> r.create(n -> n.name("bob"))))
                                .create(c -> c.label("b"))));

        Person bob = prisma.person()
                .findUniqueOrThrow(
                        Person.NAME.eq("bob"), q -> q.include(Person.RECEIVED.include(Parcel.SENDER), Person.SENT));
        assertThat(bob.sent()).isEmpty();
        assertThat(bob.received()).extracting(parcel -> parcel.sender().name()).containsExactly("ann");
        assertThat(prisma.parcel().findMany(Parcel.RECEIVER.isNull()))
                .extracting(Parcel::label)
                .containsExactly("b");
        prisma.parcel().updateMany(u -> u.where(Parcel.LABEL.eq("b")).data(Parcel.RECEIVER_ID.set(bob.id())));
        assertThat(prisma.person()
                        .findMany(
                                Person.RECEIVED.every(Parcel.SENDER.is(Person.NAME.eq("ann"))), Person.RECEIVED.some()))
                .extracting(Person::name)
                .containsExactly("bob");
    }

    @Test
    void aRequiredPartnerIsWrittenFromEitherSide() {
        prisma.person().create(p -> p.name("ann").passport(s -> s.create(c -> c.number("1"))));
        prisma.passport().create(p -> p.number("2").person(s -> s.create(c -> c.name("bob"))));
        assertThat(person("ann").passport().number()).isEqualTo("1");
        assertThat(person("bob").passport().number()).isEqualTo("2");

        prisma.person()
                .update(Person.NAME.eq("ann"), Person.PASSPORT.upsert(c -> c.number("3"), Passport.NUMBER.set("4")));
        assertThat(person("ann").passport().number()).isEqualTo("4");
        prisma.person().update(Person.NAME.eq("ann"), Person.PASSPORT.delete());
        assertThat(person("ann").passport()).isNull();
        assertThatExceptionOfType(RecordNotFoundException.class)
                .isThrownBy(() -> prisma.person().update(Person.NAME.eq("ann"), Person.PASSPORT.delete()));
        prisma.person().update(Person.NAME.eq("ann"), Person.PASSPORT.connect(Passport.NUMBER.eq("2")));
        assertThat(person("bob").passport()).isNull();
        prisma.person().delete(Person.NAME.eq("ann"));
        assertThat(prisma.passport().count()).isZero();
    }

    @Test
    void aRecordMayReferToItself() {
        Node root = prisma.node().create(n -> n.id(1).parentId(1), q -> q.include(Node.PARENT));
        assertThat(root.parent().id()).isEqualTo(1);
        prisma.node().update(Node.ID.eq(1), Node.CHILDREN.create(c -> c.id(2)));

        Node loaded =
                prisma.node().findUniqueOrThrow(Node.ID.eq(1), q -> q.include(Node.CHILDREN.include(Node.PARENT)));
        assertThat(loaded.children()).extracting(Node::id).containsExactlyInAnyOrder(1, 2);
        assertThat(loaded.children()).allMatch(node -> node.parent().id() == 1);
        prisma.node().delete(Node.ID.eq(2));
        prisma.node().delete(Node.ID.eq(1));
        assertThat(prisma.node().count()).isZero();
    }

    @Test
    void aCycleOfRequiredRelationsIsReadAndWrittenAllTheWayRound() {
        assertThatExceptionOfType(RecordNotFoundException.class)
                .isThrownBy(() -> prisma.hen()
                        .create(h -> h.id(1)
                                .name("x")
                                .egg(e -> e.create(c ->
                                        c.id(1).farm(f -> f.create(n -> n.id(1).hen(Hen.ID.eq(1))))))));
        assertThat(prisma.farm().count()).isZero();

        database.withoutForeignKeys(
                dataSource,
                "INSERT INTO \"Hen\" (\"id\", \"name\", \"eggId\") VALUES (1, 'first', 2)",
                "INSERT INTO \"Egg\" (\"id\", \"farmId\") VALUES (2, 3)",
                "INSERT INTO \"Farm\" (\"id\", \"henId\") VALUES (3, 1)");
        Hen second = prisma.hen()
                .create(
                        h -> h.id(10)
                                .name("second")
                                .egg(e -> e.create(c -> c.id(20)
                                        .farm(f -> f.create(n -> n.id(30).hen(Hen.ID.eq(1)))))),
                        q -> q.include(Hen.EGG.include(Egg.FARM.include(Farm.HEN.include(Hen.EGG.include(Egg.FARM))))));
        assertThat(second.egg().farm().hen().name()).isEqualTo("first");
        assertThat(second.egg().farm().hen().egg().farm().id()).isEqualTo(3);
        assertThat(prisma.hen().findMany(Hen.EGG.is(Egg.FARM.is(Farm.HEN.is(Hen.NAME.eq("first"))))))
                .extracting(Hen::id)
                .containsExactlyInAnyOrder(1, 10);
        prisma.hen().update(Hen.ID.eq(10), Hen.EGG.update(Egg.FARM.update(Farm.HEN.update(Hen.NAME.set("renamed")))));
        assertThat(prisma.hen().findMany(Hen.ID.eq(1))).extracting(Hen::name).containsExactly("renamed");
    }
}
