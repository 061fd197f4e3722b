package dev.caspian.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.caspian.behaviour.client.Country;
import dev.caspian.behaviour.client.Locker;
import dev.caspian.behaviour.client.Member;
import dev.caspian.behaviour.client.Person;
import dev.caspian.behaviour.client.Post;
import dev.caspian.behaviour.client.User;
import dev.caspian.error.InvalidQueryException;
import org.junit.jupiter.api.Test;

/** Nested writes through foreign keys of every kind. */
class ForeignKeyWriteTests extends Behaviour {

    private int user(String email) {
        return prisma.user().create(u -> u.email(email)).id();
    }

    @Test
    void aKeyThatIsNoIdRelatesRecords() {
        prisma.person().create(p -> p.nick("a").country(c -> c.create(x -> x.code("FR"))));
        prisma.person()
                .create(p -> p.nick("b").country(c -> c.connectOrCreate(Country.CODE.eq("FR"), x -> x.code("FR"))));
        int id = prisma.country().findUniqueOrThrow(Country.CODE.eq("FR")).id();
        prisma.person().create(p -> p.nick("c").country(Country.ID.eq(id)));

        prisma.country()
                .update(
                        Country.ID.eq(id),
                        Country.CODE.set("F"),
                        Country.PEOPLE.create(p -> p.nick("d")),
                        Country.PEOPLE.disconnect(Person.NICK.eq("b")));

        assertThat(prisma.person().findMany(q -> q.orderBy(Person.NICK.asc())))
                .extracting(Person::countryCode)
                .containsExactly("F", null, "F", "F");
    }

    @Test
    void anOptionalKeyOfSeveralFieldsIsWrittenAsAWhole() {
        int ann = user("ann");
        prisma.org().create(o -> o.name("Org").id("o1").members(m -> m.create(c -> c.userId(ann))));
        prisma.locker().create(l -> l.number(1).member(Member.orgIdUserId("o1", ann)));
        prisma.locker().create(l -> l.number(2));

        prisma.member().update(Member.orgIdUserId("o1", ann), Member.LOCKER.connect(Locker.NUMBER.eq(2)));
        assertThat(prisma.locker().findMany(q -> q.orderBy(Locker.NUMBER.asc())))
                .extracting(Locker::orgId, Locker::userId)
                .containsExactly(tuple(null, null), tuple("o1", ann));
        prisma.locker().update(Locker.NUMBER.eq(1), Locker.MEMBER.connect(Member.orgIdUserId("o1", ann)));
        prisma.locker().update(Locker.NUMBER.eq(1), Locker.MEMBER.update(Member.LEVEL.set(7)));
        prisma.locker().update(Locker.NUMBER.eq(1), Locker.MEMBER.disconnect());

        assertThat(prisma.locker().count(Locker.MEMBER.isNull())).isEqualTo(2);
        assertThat(prisma.member().findFirstOrThrow().level()).isEqualTo(7);
    }

    @Test
    void aForeignKeyThatIsWrittenTwiceIsRefused() {
        Post post = prisma.post().create(p -> p.title("a").authorId(user("ann")));

        assertThatExceptionOfType(InvalidQueryException.class)
                .isThrownBy(() -> prisma.post()
                        .update(
                                Post.ID.eq(post.id()),
                                Post.AUTHOR.connect(User.EMAIL.eq("ann")),
                                Post.AUTHOR_ID.set(7)))
                .withMessageContaining("`Post.authorId` is written twice");
    }
}
