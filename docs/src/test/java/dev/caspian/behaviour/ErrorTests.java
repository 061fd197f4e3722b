package dev.caspian.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.caspian.behaviour.client.Badge;
import dev.caspian.behaviour.client.Member;
import dev.caspian.behaviour.client.Org;
import dev.caspian.behaviour.client.Post;
import dev.caspian.behaviour.client.PrismaClient;
import dev.caspian.behaviour.client.Profile;
import dev.caspian.behaviour.client.Role;
import dev.caspian.behaviour.client.User;
import dev.caspian.client.ClientOptions;
import dev.caspian.error.ConnectionTimeoutException;
import dev.caspian.error.ConstraintException;
import dev.caspian.error.DatabaseUnreachableException;
import dev.caspian.error.ForeignKeyConstraintException;
import dev.caspian.error.InvalidQueryException;
import dev.caspian.error.MissingColumnException;
import dev.caspian.error.MissingTableException;
import dev.caspian.error.NullConstraintException;
import dev.caspian.error.PrismaException;
import dev.caspian.error.RawQueryException;
import dev.caspian.error.RecordNotFoundException;
import dev.caspian.error.RequiredRelationException;
import dev.caspian.error.UniqueConstraintException;
import dev.caspian.query.Json;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.dao.TransientDataAccessException;

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

    private void ddl(String... statements) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String text : statements) {
                statement.execute(text);
            }
        }
    }

    @Test
    void aUniqueIndexThatTheSchemaDoesNotKnowIsNamed() throws SQLException {
        ddl("CREATE UNIQUE INDEX own_bio ON \"Profile\" (\"bio\") WHERE \"bio\" <> ''");
        try {
            prisma.user().create(u -> u.email("a@x").profile(p -> p.create(c -> c.bio("secret"))));

            assertThatExceptionOfType(UniqueConstraintException.class)
                    .isThrownBy(() ->
                            prisma.user().create(u -> u.email("b@x").profile(p -> p.create(c -> c.bio("secret")))))
                    .withMessage("A record of the model `Profile` with the same `bio` exists already.")
                    .satisfies(e -> assertThat(e.model()).isEqualTo("Profile"))
                    .satisfies(e -> assertThat(e.fields()).containsExactly("bio"));
        } finally {
            ddl("DROP INDEX own_bio");
        }
    }

    @Test
    void aUniqueExpressionIsNamedByItsIndex() throws SQLException {
        ddl("CREATE UNIQUE INDEX own_expression ON \"Tag\" (lower(\"name\"))");
        try {
            prisma.tag().create(t -> t.name("Secret"));

            assertThatExceptionOfType(UniqueConstraintException.class)
                    .isThrownBy(() -> prisma.tag().create(t -> t.name("SECRET")))
                    .withMessage("A record of the model `Tag` with a unique key exists already"
                            + " (constraint `own_expression`).")
                    .satisfies(e -> assertThat(e.fields()).isEmpty());
        } finally {
            ddl("DROP INDEX own_expression");
        }
    }

    @Test
    void aPrimaryKeyOfAMappedModelIsNamedByItsFields() {
        User ann = prisma.user().create(u -> u.email("a@x"));
        prisma.user().create(u -> u.email("c@x"));

        assertThatExceptionOfType(UniqueConstraintException.class)
                .isThrownBy(() -> prisma.user().create(u -> u.email("b@x").id(ann.id())))
                .satisfies(e -> assertThat(e.model()).isEqualTo("User"))
                .satisfies(e -> assertThat(e.fields()).containsExactly("id"));
        assertThatExceptionOfType(UniqueConstraintException.class)
                .isThrownBy(() -> prisma.user().updateMany(u -> u.all().data(User.EMAIL.set("same@x"))))
                .satisfies(e -> assertThat(e.fields()).containsExactly("email"));
    }

    @Test
    void aJoinTableIsNoModel() {
        assertThatExceptionOfType(UniqueConstraintException.class)
                .isThrownBy(() -> {
                    Post post = prisma.post()
                            .create(p -> p.title("a")
                                    .author(u -> u.create(n -> n.email("a@x")))
                                    .tags(t -> t.create(n -> n.name("t"))));
                    prisma.executeRaw(
                            "INSERT INTO \"_PostToTag\" SELECT * FROM \"_PostToTag\" WHERE \"A\" = ?", post.id());
                })
                .satisfies(e -> assertThat(e.model()).isNull());
    }

    @Test
    void aCheckThatTheSchemaDoesNotKnowIsAConstraint() throws SQLException {
        ddl("CREATE TABLE \"Checked\" (\"n\" INTEGER, CONSTRAINT \"positive\" CHECK (\"n\" > 0))");
        try {
            assertThatExceptionOfType(ConstraintException.class)
                    .isThrownBy(() -> prisma.executeRaw("INSERT INTO \"Checked\" VALUES (?)", -987654))
                    .withMessageContaining("`positive`")
                    .satisfies(e -> assertThat(e.code()).isEqualTo("P2004"))
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("987654"));
        } finally {
            ddl("DROP TABLE \"Checked\"");
        }
    }

    @Test
    void whatIsNotInTheDatabaseIsNamed() {
        assertThatExceptionOfType(MissingTableException.class)
                .isThrownBy(() -> prisma.queryRaw("SELECT * FROM \"Nowhere\""))
                .withMessageContaining("`Nowhere`");
        assertThatExceptionOfType(MissingColumnException.class)
                .isThrownBy(() -> prisma.queryRaw("SELECT u.absent FROM \"users\" u"))
                .withMessageContaining("absent`")
                .satisfies(e -> assertThat(e.code()).isEqualTo("P2022"));
    }

    @Test
    void aForeignKeySaysWhichOfTheTwoRecordsIsTheCause() {
        User ann = prisma.user().create(u -> u.email("a@x"));
        prisma.post().create(p -> p.title("a").authorId(ann.id()));

        assertThatExceptionOfType(ForeignKeyConstraintException.class)
                .isThrownBy(() -> prisma.post().create(p -> p.title("b").authorId(ann.id() + 1)))
                .withMessageStartingWith("A record of the model `Post` refers to one that does not exist")
                .withMessageEndingWith("Create the related record first.");
        assertThatExceptionOfType(ForeignKeyConstraintException.class)
                .isThrownBy(() -> prisma.user().delete(User.ID.eq(ann.id())))
                .withMessageStartingWith("A record of the model `User` cannot be deleted as long as others refer to it")
                .withMessageEndingWith("Delete those first, or relate them to another one.");
    }

    @Test
    void whatIsWrongInARawQueryIsToBeCorrectedThere() {
        assertThatExceptionOfType(MissingTableException.class)
                .isThrownBy(() -> prisma.queryRaw("SELECT * FROM \"Absent\""))
                .withMessageEndingWith("does not exist in the database. Apply the migrations, or correct the query.");
        assertThatExceptionOfType(MissingColumnException.class)
                .isThrownBy(() -> prisma.queryRaw("SELECT u.absent FROM \"users\" u"))
                .withMessageEndingWith("does not exist in the database. Apply the migrations, or correct the query.");
    }

    @Test
    void aRawQueryWithoutRowsIsRefused() {
        assertThatExceptionOfType(InvalidQueryException.class)
                .isThrownBy(() -> prisma.queryRaw("UPDATE \"users\" SET \"name\" = 'a'"))
                .withMessage("The statement of a raw query returns no rows. Use `executeRaw`, which returns how many it"
                        + " changed.");
    }

    @Test
    void aWriteInAReadOnlyTransactionIsRefused() {
        assertThatExceptionOfType(InvalidQueryException.class)
                .isThrownBy(() -> prisma.transaction(
                        tx -> tx.readOnly(), () -> prisma.user().create(u -> u.email("a@x"))))
                .withMessage("A write of the model `User` came into a transaction, or to a database, that is read-only."
                        + " Remove `readOnly = true`, or write in a transaction of its own.");
        assertThat(prisma.user().count()).isZero();
    }

    @Test
    void aPoolWithoutAConnectionIsNamed() throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setDataSource(dataSource);
        config.setMaximumPoolSize(1);
        config.setConnectionTimeout(250);
        try (HikariDataSource small = new HikariDataSource(config);
                Connection taken = small.getConnection()) {
            PrismaClient waiting = new PrismaClient(ClientOptions.of(small).schema(prisma.schema()));

            assertThat(taken.isValid(1)).isTrue();
            assertThatExceptionOfType(ConnectionTimeoutException.class)
                    .isThrownBy(() -> waiting.user().count())
                    .isInstanceOf(TransientDataAccessException.class)
                    .satisfies(e -> assertThat(e.code()).isEqualTo("P2024"));
        }
    }

    @Test
    void aDatabaseThatIsNotThereIsUnreachable() {
        PrismaClient lost =
                new PrismaClient(ClientOptions.of(database.unreachable()).schema(prisma.schema()));

        assertThatExceptionOfType(DatabaseUnreachableException.class)
                .isThrownBy(() -> lost.user().count())
                .isInstanceOf(DataAccessResourceFailureException.class)
                .satisfies(e -> assertThat(e.code()).isEqualTo("P1001"));
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
        User ann = prisma.user().findUniqueOrThrow(User.EMAIL.eq("secret@x"));
        for (ThrowingCallable query : List.<ThrowingCallable>of(
                () -> prisma.user().update(User.ID.eq(ann.id()), User.EDITED.connect(Post.ID.eq("secret"))),
                () -> prisma.comment().create(c -> c.body("secret").postId("secret")),
                () -> prisma.user().update(User.ID.eq(ann.id()), User.SETTINGS.set(Json.parse("secret"))),
                () -> prisma.user().count(User.SETTINGS.eq(Json.parse("secret"))),
                () -> prisma.queryRaw("SELECT * FROM \"Nowhere\" WHERE id = ?", "secret"),
                () -> prisma.queryRaw("SELEKT ?", "secret"),
                () -> prisma.queryRaw(Role.class, "SELECT email FROM \"users\""),
                () -> prisma.queryRaw(Instant.class, "SELECT email FROM \"users\""),
                () -> prisma.queryRaw("SELECT :a", Map.of("b", "secret")),
                () -> prisma.executeRaw(
                        "UPDATE \"users\" SET id = id WHERE id = :a AND email = ?", Map.of("a", "secret")))) {
            assertThat(catchThrowable(query))
                    .isInstanceOf(PrismaException.class)
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret"));
        }
    }
}
