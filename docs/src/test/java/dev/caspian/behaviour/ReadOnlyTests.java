package dev.caspian.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.behaviour.models.client.Kind;
import dev.caspian.behaviour.models.client.Person;
import dev.caspian.behaviour.models.client.Place;
import dev.caspian.behaviour.models.client.Roster;
import dev.caspian.behaviour.models.client.Total;
import dev.caspian.behaviour.models.client.Visit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Views, and the parts of tables that the client does not see. */
class ReadOnlyTests extends ModelBehaviour {

    @BeforeEach
    void createViews() {
        prisma.executeRaw("DROP VIEW IF EXISTS \"Roster\"");
        prisma.executeRaw("DROP VIEW IF EXISTS \"Total\"");
        prisma.executeRaw("CREATE VIEW \"Roster\" AS SELECT p.\"name\", count(s.\"id\") AS \"sent\" FROM \"Person\" p"
                + " LEFT JOIN \"Parcel\" s ON s.\"senderId\" = p.\"id\" GROUP BY p.\"name\"");
        prisma.executeRaw("CREATE VIEW \"Total\" AS SELECT \"label\", CAST(count(*) AS INT) AS \"amount\", NULL"
                + database.castTo("kind of thing") + " AS \"kind\" FROM \"Parcel\" GROUP BY \"label\"");
        prisma.person()
                .create(p -> p.name("ann").sent(s -> s.create(c -> c.label("a")).create(c -> c.label("b"))));
        prisma.person().create(p -> p.name("bob").sent(s -> s.create(c -> c.label("a"))));
        prisma.person().create(p -> p.name("cid"));
    }

    @Test
    void aViewIsReadLikeAModel() {
        assertThat(prisma.roster().findUniqueOrThrow(Roster.NAME.eq("ann")).sent())
                .isEqualTo(2);
        assertThat(prisma.roster()
                        .findMany(q -> q.orderBy(Roster.SENT.desc()).take(2).cursor(Roster.NAME.eq("bob"))))
                .extracting(Roster::name)
                .containsExactly("bob", "cid");
        assertThat(prisma.roster().aggregate(a -> a.select(Roster.SENT.sum())).get(Roster.SENT.sum()))
                .isEqualTo(3);
    }

    @Test
    void relationsLeadToAViewAndBack() {
        List<Person> people = prisma.person()
                .findMany(q -> q.include(Person.ROSTER).orderBy(Person.ROSTER.orderBy(Roster.SENT.asc())));
        assertThat(people).extracting(Person::name).containsExactly("cid", "bob", "ann");
        assertThat(people.get(2).roster().sent()).isEqualTo(2);
        assertThat(prisma.person().count(Person.ROSTER.isNull())).isZero();
        assertThat(prisma.person().findMany(Person.ROSTER.is(Roster.SENT.gt(1))))
                .extracting(Person::name)
                .containsExactly("ann");
        Roster ann = prisma.roster()
                .findUniqueOrThrow(Roster.NAME.eq("ann"), q -> q.include(Roster.PERSON.include(Person.SENT)));
        assertThat(ann.person().sent()).hasSize(2);
    }

    @Test
    void aViewMayHaveNoUniqueField() {
        assertThat(prisma.total().findMany(q -> q.orderBy(Total.LABEL.asc())))
                .extracting(Total::amount)
                .containsExactly(2, 1);
        assertThat(prisma.total().findFirst(q -> q.where(Total.KIND.isNull()).orderBy(Total.AMOUNT.desc())))
                .get()
                .extracting(Total::label)
                .isEqualTo("a");
        assertThat(prisma.total().findMany(q -> q.orderBy(Total.AMOUNT.asc()).take(-1)))
                .extracting(Total::label)
                .containsExactly("a");
        assertThat(prisma.total().findMany(q -> q.distinct(Total.KIND))).hasSize(1);
        assertThat(prisma.total().count(Total.KIND.eq(Kind.SMALL))).isZero();
    }

    @Test
    void recordsWithAColumnOfAnUnsupportedTypeAreReadChangedAndDeleted() {
        prisma.executeRaw(
                "INSERT INTO \"Place\" (\"name\", \"location\") VALUES ('here', '(1,2)'), ('there', '(3,4)')");

        Place here = prisma.place()
                .update(u -> u.where(Place.NAME.eq("here"))
                        .data(Place.NAME.set("Here"), Place.VISITS.create(v -> v))
                        .include(Place.VISITS));
        assertThat(here.visits()).hasSize(1);
        assertThat(here.toMap()).containsOnlyKeys("id", "name", "visits");
        assertThat(prisma.visit().create(v -> v.place(Place.NAME.eq("Here"))).toMap())
                .containsOnlyKeys("id", "placeId", "hiddenId");
        assertThat(prisma.place()
                        .findMany(q -> q.distinct(Place.NAME)
                                .include(Place.VISITS.take(1))
                                .orderBy(Place.ID.asc())))
                .extracting(Place::name)
                .containsExactly("Here", "there");
        assertThat(prisma.place().delete(Place.NAME.eq("there")).name()).isEqualTo("there");
        assertThat(prisma.visit().findMany(Visit.PLACE.is(Place.NAME.eq("Here"))))
                .hasSize(2);
    }
}
