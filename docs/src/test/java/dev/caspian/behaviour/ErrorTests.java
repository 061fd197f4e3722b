package dev.caspian.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.caspian.behaviour.client.Badge;
import dev.caspian.behaviour.client.Member;
import dev.caspian.behaviour.client.Org;
import dev.caspian.behaviour.client.Post;
import dev.caspian.behaviour.client.Profile;
import dev.caspian.behaviour.client.User;
import dev.caspian.error.ForeignKeyConstraintException;
import dev.caspian.error.InvalidQueryException;
import dev.caspian.error.MissingTableException;
import dev.caspian.error.NullConstraintException;
import dev.caspian.error.PrismaException;
import dev.caspian.error.RawQueryException;
import dev.caspian.error.RecordNotFoundException;
import dev.caspian.error.RequiredRelationException;
import dev.caspian.error.UniqueConstraintException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.EmptyResultDataAccessException;

class ErrorTests extends Behaviour {

    @Test
    void aDuplicateNamesModelAndFields() {
        prisma.user().create(u -> u.email("secret@x"));

        assertThatExceptionOfType(UniqueConstraintException.class)
                .isThrownBy(() -> prisma.user().create(u -> u.email("secret@x")))
                .isInstanceOf(DuplicateKeyException.class)
                .isInstanceOf(PrismaException.class)
                .withMessage("A record of the model `User` with the same `email` exists already.")
                .satisfies(e -> assertThat(e.code()).isEqualTo("P2002"))
                .satisfies(e -> assertThat(e.model()).isEqualTo("User"))
                .satisfies(e -> assertThat(e.fields()).containsExactly("email"));
    }

    @Test
    void aDuplicateOfACompoundKeyNamesAllItsFields() {
        prisma.org()
                .create(o -> o.name("Org")
                        .id("o1")
                        .members(m -> m.create(c -> c.user(u -> u.create(n -> n.email("a@x")))
                                .badges(b -> b.create(n -> n.name("gold"))))));
        int user = prisma.user().findUniqueOrThrow(User.EMAIL.eq("a@x")).id();

        assertThatExceptionOfType(UniqueConstraintException.class)
                .isThrownBy(() -> prisma.member().create(m -> m.orgId("o1").userId(user)))
                .satisfies(e -> assertThat(e.fields()).containsExactly("orgId", "userId"));
        assertThatExceptionOfType(UniqueConstraintException.class)
                .isThrownBy(() -> prisma.badge().create(b -> b.name("gold").member(Member.orgIdUserId("o1", user))))
                .satisfies(e -> assertThat(e.model()).isEqualTo("Badge"))
                .satisfies(e -> assertThat(e.fields()).containsExactly("orgId", "name"));
        assertThat(prisma.badge().count(Badge.MEMBER.is(Member.ORG.is(Org.NAME.eq("Org")))))
                .isEqualTo(1);
    }

    @Test
    void aReferenceToNothingIsAForeignKeyError() {
        assertThatExceptionOfType(ForeignKeyConstraintException.class)
                .isThrownBy(() -> prisma.post().create(p -> p.title("a").authorId(7)))
                .isInstanceOf(DataIntegrityViolationException.class)
                .satisfies(e -> assertThat(e.code()).isEqualTo("P2003"));
    }

    @Test
    void aRecordThatOthersReferToStays() {
        User ann = prisma.user().create(u -> u.email("a@x").posts(p -> p.create(c -> c.title("a"))));

        assertThatExceptionOfType(ForeignKeyConstraintException.class)
                .isThrownBy(() -> prisma.user().delete(User.ID.eq(ann.id())))
                .satisfies(e -> assertThat(e.code()).isEqualTo("P2003"));
        assertThat(prisma.user().count()).isEqualTo(1);
    }

    @Test
    void nullInARequiredColumnIsNamed() {
        assertThatExceptionOfType(NullConstraintException.class)
                .isThrownBy(() -> prisma.executeRaw("INSERT INTO \"Tag\" (\"name\") VALUES (?)", (Object) null))
                .withMessageContaining("`Tag.name`")
                .satisfies(e -> assertThat(e.code()).isEqualTo("P2011"));
    }

    @Test
    void aOneToOneRelationDoesNotLoseARequiredSide() {
        User ann = prisma.user().create(u -> u.email("a@x").profile(p -> p.create(c -> c.bio("old"))));

        assertThatExceptionOfType(RequiredRelationException.class)
                .isThrownBy(() -> prisma.user().update(User.ID.eq(ann.id()), User.PROFILE.create(c -> c.bio("new"))))
                .satisfies(e -> assertThat(e.code()).isEqualTo("P2014"));
        assertThat(prisma.profile().findMany()).extracting(Profile::bio).containsExactly("old");
    }

    @Test
    void whatMustBeThereIsNotFound() {
        assertThatExceptionOfType(RecordNotFoundException.class)
                .isThrownBy(() -> prisma.user().findUniqueOrThrow(User.ID.eq(1)))
                .isInstanceOf(EmptyResultDataAccessException.class)
                .satisfies(e -> assertThat(e.code()).isEqualTo("P2025"));
        assertThatExceptionOfType(RecordNotFoundException.class)
                .isThrownBy(() -> prisma.user().findFirstOrThrow(User.NAME.isNull()));
    }

    @Test
    void badSqlOfTheApplicationIsItsOwnError() {
        assertThatExceptionOfType(RawQueryException.class)
                .isThrownBy(() -> prisma.queryRaw("SELEKT 1"))
                .satisfies(e -> assertThat(e.code()).isEqualTo("P2010"));
        assertThatExceptionOfType(MissingTableException.class)
                .isThrownBy(() -> prisma.executeRaw("DELETE FROM \"Nowhere\""))
                .satisfies(e -> assertThat(e.code()).isEqualTo("P2021"));
    }

    @Test
    void mistakesAreFoundBeforeAnythingIsSent() {
        assertThatExceptionOfType(InvalidQueryException.class)
                .isThrownBy(() -> User.NAME.eq((String) null))
                .withMessageContaining("isNull()")
                .isInstanceOf(DataAccessException.class);
        assertThatExceptionOfType(InvalidQueryException.class)
                .isThrownBy(() -> prisma.user().findMany(q -> q.skip(-1)));
        assertThatExceptionOfType(InvalidQueryException.class)
                .isThrownBy(() -> prisma.user().findMany(q -> q.include(User.POSTS, User.POSTS.take(1))))
                .withMessageContaining("`User.posts` is included twice");
        assertThatExceptionOfType(InvalidQueryException.class)
                .isThrownBy(() -> prisma.user().update(User.ID.eq(1), User.AGE.set(1), User.AGE.increment(1)))
                .withMessageContaining("`User.age` is written twice");
        assertThat(sql).isEmpty();
    }

    @Test
    void noMessageHoldsAValue() {
        prisma.user().create(u -> u.email("secret@x"));

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> prisma.user().create(u -> u.email("secret@x")))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret"));
        assertThatExceptionOfType(RecordNotFoundException.class)
                .isThrownBy(() -> prisma.post().update(Post.ID.eq("secret"), Post.TITLE.set("secret")))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret"));
    }
}
