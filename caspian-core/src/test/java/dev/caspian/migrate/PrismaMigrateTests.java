package dev.caspian.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caspian.error.MigrationException;
import dev.caspian.migrate.DevResult.Outcome;
import dev.caspian.migrate.history.MigrationSource;
import dev.caspian.provider.Provider;
import dev.caspian.schema.Arity;
import dev.caspian.schema.DefaultValue;
import dev.caspian.schema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrismaMigrateTests {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-01-02T12:00:00Z"), ZoneOffset.UTC);
    private static final DevOptions INIT = DevOptions.named("Init the Blog!").withClock(NOON);

    @TempDir
    private Path directory;

    private final PrismaMigrate migrate = new PrismaMigrate(Provider.SQLITE);
    private SqliteFile database;
    private Path migrations;

    @BeforeEach
    void openDatabase() {
        database = new SqliteFile(directory.resolve("dev.db"));
        migrations = directory.resolve("prisma/migrations");
    }

    private DevResult dev(DevOptions options, dev.caspian.schema.ScalarField... moreOfPost) {
        Schema schema = SchemaFixture.blog(Provider.SQLITE, moreOfPost);
        return migrate.dev(database.dataSource(), schema, migrations, options);
    }

    @Test
    void writesAndAppliesTheFirstMigration() throws IOException {
        DevResult result = dev(INIT);

        assertThat(result.outcome()).isEqualTo(Outcome.CREATED);
        assertThat(result.applied()).containsExactly("20260102120000_init_the_blog");
        assertThat(result.script()).isEqualTo(migrations.resolve("20260102120000_init_the_blog/migration.sql"));
        assertThat(result.script()).hasContent("""
                -- CreateTable
                CREATE TABLE "User" (
                    "id" TEXT NOT NULL PRIMARY KEY,
                    "email" TEXT NOT NULL,
                    "name" TEXT,
                    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
                );

                -- CreateTable
                CREATE TABLE "posts" (
                    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
                    "title" TEXT NOT NULL DEFAULT 'it''s new',
                    "published" BOOLEAN NOT NULL DEFAULT false,
                    "authorId" TEXT NOT NULL,
                    CONSTRAINT "posts_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
                );

                -- CreateIndex
                CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

                -- CreateIndex
                CREATE INDEX "posts_authorId_idx" ON "posts"("authorId");
                """);
        assertThat(database.tables()).containsExactly("User", "_prisma_migrations", "posts");
        assertThat(Files.readString(migrations.resolve("migration_lock.toml"))).endsWith("\nprovider = \"sqlite\"\n");
    }

    @Test
    void writesNothingWhenTheMigrationsLeadToTheSchema() {
        dev(INIT);

        DevResult again = dev(DevOptions.named("again"));

        assertThat(again.outcome()).isEqualTo(Outcome.IN_SYNC);
        assertThat(again.applied()).isEmpty();
        assertThat(again.script()).isNull();
        assertThat(migrations.toFile().list()).hasSize(2);
    }

    @Test
    void writesAMigrationWithoutADatabase() {
        DevResult result = migrate.dev(null, SchemaFixture.blog(Provider.SQLITE), migrations, INIT);

        assertThat(result.outcome()).isEqualTo(Outcome.CREATED);
        assertThat(result.applied()).isEmpty();
        assertThat(migrate.deploy(database.dataSource(), MigrationSource.directory(migrations)))
                .containsExactly("20260102120000_init_the_blog");
    }

    @Test
    void givesTheNextMigrationALaterNameEvenInTheSameSecond() {
        dev(INIT);

        DevResult next =
                dev(DevOptions.named("subtitle").withClock(NOON), SchemaFixture.text("subtitle", Arity.OPTIONAL, null));

        assertThat(next.applied()).containsExactly("20260102120001_subtitle");
        assertThat(next.script()).hasContent("""
                -- AlterTable
                ALTER TABLE "posts" ADD COLUMN "subtitle" TEXT;
                """);
    }

    @Test
    void redefinesATableAndKeepsItsRows() {
        dev(INIT, SchemaFixture.text("subtitle", Arity.OPTIONAL, null));
        database.execute(
                "INSERT INTO \"User\" (id, email) VALUES ('u', 'u@x')",
                "INSERT INTO posts (authorId, subtitle) VALUES ('u', NULL), ('u', 'kept')");

        DevResult next = dev(
                DevOptions.named("required"),
                SchemaFixture.text("subtitle", Arity.REQUIRED, new DefaultValue.Literal("none")));

        assertThat(next.outcome()).isEqualTo(Outcome.CREATED);
        assertThat(database.strings("SELECT subtitle FROM posts ORDER BY id")).containsExactly("none", "kept");
        assertThat(dev(
                                DevOptions.named("nothing"),
                                SchemaFixture.text("subtitle", Arity.REQUIRED, new DefaultValue.Literal("none")))
                        .outcome())
                .isEqualTo(Outcome.IN_SYNC);
    }

    @Test
    void asksBeforeItDropsAColumnThatHoldsValues() {
        dev(INIT, SchemaFixture.text("subtitle", Arity.OPTIONAL, null));
        database.execute(
                "INSERT INTO \"User\" (id, email) VALUES ('u', 'u@x')",
                "INSERT INTO posts (authorId, subtitle) VALUES ('u', NULL), ('u', 'kept')");
        DevOptions drop = DevOptions.named("drop");

        DevResult refused = dev(drop);

        assertThat(refused.outcome()).isEqualTo(Outcome.NEEDS_CONSENT);
        assertThat(refused.warnings()).singleElement().asString().contains("`subtitle`", "`posts`", "1 row.");
        assertThat(migrations.toFile().list()).hasSize(2);
        assertThat(dev(drop.acceptingDataLoss()).outcome()).isEqualTo(Outcome.CREATED);
        assertThat(database.strings("SELECT name FROM pragma_table_info('posts')"))
                .doesNotContain("subtitle");
    }

    @Test
    void dropsAnEmptyColumnWithoutAsking() throws IOException {
        dev(INIT, SchemaFixture.text("subtitle", Arity.OPTIONAL, null));

        DevResult dropped = dev(DevOptions.named("drop"));

        assertThat(dropped.outcome()).isEqualTo(Outcome.CREATED);
        assertThat(Files.readString(Objects.requireNonNull(dropped.script())))
                .startsWith("/*\n  Warnings:\n\n  - The column `subtitle` of the table `posts` will be dropped.")
                .contains("*/\n-- RedefineTables\nPRAGMA defer_foreign_keys=ON;\n");
    }

    @Test
    void refusesARequiredColumnWhileThereAreRows() {
        dev(INIT);
        database.execute(
                "INSERT INTO \"User\" (id, email) VALUES ('u', 'u@x')", "INSERT INTO posts (authorId) VALUES ('u')");

        DevResult refused = dev(DevOptions.named("must"), SchemaFixture.text("must", Arity.REQUIRED, null));

        assertThat(refused.outcome()).isEqualTo(Outcome.UNEXECUTABLE);
        assertThat(refused.unexecutable()).singleElement().asString().contains("`must`", "`posts`", "1 row.");
        assertThat(migrations.toFile().list()).hasSize(2);
        assertThat(dev(DevOptions.named("must").onlyCreating(), SchemaFixture.text("must", Arity.REQUIRED, null))
                        .outcome())
                .isEqualTo(Outcome.CREATED);
    }

    @Test
    void tellsHowADatabaseStands() {
        MigrationSource source = MigrationSource.directory(migrations);
        migrate.dev(null, SchemaFixture.blog(Provider.SQLITE), migrations, INIT);
        assertThat(migrate.status(database.dataSource(), source).pending())
                .containsExactly("20260102120000_init_the_blog");

        migrate.deploy(database.dataSource(), source);
        assertThat(migrate.status(database.dataSource(), source).isUpToDate()).isTrue();

        database.execute("UPDATE _prisma_migrations SET finished_at = NULL");
        MigrationStatus failed = migrate.status(database.dataSource(), source);
        assertThat(failed.isUpToDate()).isFalse();
        assertThat(failed.problems()).extracting(MigrationException::code).containsExactly("P3009");
    }

    @Test
    void resolvesAFailedMigration() {
        MigrationSource source = MigrationSource.directory(migrations);
        dev(INIT);
        String name = "20260102120000_init_the_blog";
        assertThatThrownBy(() -> migrate.resolveRolledBack(database.dataSource(), name))
                .hasMessageStartingWith("P3012");
        assertThatThrownBy(() -> migrate.resolveRolledBack(database.dataSource(), "x"))
                .hasMessageStartingWith("P3011");
        assertThatThrownBy(() -> migrate.resolveApplied(database.dataSource(), source, name))
                .hasMessageStartingWith("P3008");
        assertThatThrownBy(() -> migrate.resolveApplied(database.dataSource(), source, "x"))
                .hasMessageStartingWith("P3017");

        database.execute("UPDATE _prisma_migrations SET finished_at = NULL");
        migrate.resolveApplied(database.dataSource(), source, name);

        assertThat(migrate.status(database.dataSource(), source).isUpToDate()).isTrue();
    }

    @Test
    void pushesASchemaWithoutMigrations() {
        Schema schema = SchemaFixture.blog(Provider.SQLITE, SchemaFixture.text("subtitle", Arity.OPTIONAL, null));

        assertThat(migrate.push(database.dataSource(), schema, false).outcome()).isEqualTo(PushResult.Outcome.CHANGED);
        assertThat(migrate.push(database.dataSource(), schema, false).outcome()).isEqualTo(PushResult.Outcome.IN_SYNC);

        database.execute(
                "INSERT INTO \"User\" (id, email) VALUES ('u', 'u@x')",
                "INSERT INTO posts (authorId, subtitle) VALUES ('u', 'lost')");
        Schema less = SchemaFixture.blog(Provider.SQLITE);
        assertThat(migrate.push(database.dataSource(), less, false).outcome())
                .isEqualTo(PushResult.Outcome.NEEDS_CONSENT);
        assertThat(migrate.push(database.dataSource(), less, true).outcome()).isEqualTo(PushResult.Outcome.CHANGED);
        assertThat(database.tables()).containsExactly("User", "posts");
    }

    @Test
    void resetsADatabase() {
        dev(INIT);
        database.execute(
                "INSERT INTO \"User\" (id, email) VALUES ('u', 'u@x')", "CREATE VIEW v AS SELECT * FROM \"User\"");

        assertThat(migrate.reset(
                        database.dataSource(),
                        SchemaFixture.blog(Provider.SQLITE),
                        MigrationSource.directory(migrations)))
                .containsExactly("20260102120000_init_the_blog");
        assertThat(database.strings("SELECT * FROM \"User\"")).isEmpty();
    }

    @Test
    void refusesMigrationsOfAnotherDatabase() throws IOException {
        Files.createDirectories(migrations);
        Files.writeString(migrations.resolve("migration_lock.toml"), "# hello\nprovider = \"postgresql\"\n");

        assertThatThrownBy(() -> dev(INIT))
                .isInstanceOfSatisfying(
                        MigrationException.class, e -> assertThat(e.code()).isEqualTo("P3019"))
                .hasMessageContaining("`postgresql`");
    }
}
