package dev.caspian.migrate.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.migrate.MigratedProduct;
import dev.caspian.migrate.PrismaMigrate;
import dev.caspian.migrate.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A process that dies at any statement of a migration leaves all of it or nothing: running again is all it takes. */
@ParameterizedClass
@EnumSource
class KilledMigrationTests {

    /** How many of the statements are tried: every one takes a minute or two. */
    private static final int KILLS = Boolean.getBoolean("caspian.soak") ? Integer.MAX_VALUE : 5;

    @Parameter
    private MigratedProduct product;

    @TempDir
    private Path directory;

    private MigrationDirectory migrations;

    @BeforeEach
    void writeMigrations() {
        migrations = new MigrationDirectory(directory);
        migrations.write("1_a", """
                CREATE TABLE "a" ("id" INTEGER NOT NULL PRIMARY KEY, "text" TEXT);
                INSERT INTO "a" VALUES (1, 'one');
                CREATE INDEX "a_text_idx" ON "a"("text");
                """, product.provider().prismaName());
        migrations.write("2_b", """
                CREATE TABLE "new_a" ("id" INTEGER NOT NULL PRIMARY KEY, "text" TEXT NOT NULL, "more" INTEGER);
                INSERT INTO "new_a" ("id", "text") SELECT "id", coalesce("text", '') AS "text" FROM "a";
                DROP TABLE "a";
                ALTER TABLE "new_a" RENAME TO "a";
                CREATE TABLE "b" ("id" INTEGER NOT NULL PRIMARY KEY);
                """, product.provider().prismaName());
    }

    @Test
    void recoversByRunningAgain() throws IOException {
        int statements = runUntil(product.newDatabase(), 0);
        assertThat(statements).isGreaterThan(15);
        int step = Math.max(1, statements / KILLS);
        for (int last = 1; last <= statements; last += step) {
            TestDatabase database = product.newDatabase();
            assertThat(runUntil(database, last)).isEqualTo(-1);
            assertAllOrNothing(database);

            new PrismaMigrate(product.provider()).deploy(database.dataSource(), migrations);

            assertThat(database.strings(product.tables()))
                    .as("killed at statement %d", last)
                    .containsExactly("a", "b");
            assertThat(database.strings("SELECT \"text\" FROM \"a\" WHERE \"more\" IS NULL"))
                    .containsExactly("one");
            assertThat(database.strings(
                            "SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY 1"))
                    .containsExactly("1_a", "2_b");
            assertThat(database.strings("SELECT count(*) FROM _prisma_migrations"))
                    .containsExactly("2");
        }
    }

    /** The number of statements, or -1 if the process died. */
    private int runUntil(TestDatabase database, int last) throws IOException {
        try (MigrationProcess process = MigrationProcess.start(database.dataSource(), directory, last)) {
            process.ready().go();
            List<String> output = process.end();
            assertThat(process.exitCode()).as("%s", output).isEqualTo(last == 0 ? 0 : 137);
            return last == 0 ? Integer.parseInt(output.get(output.size() - 1).substring("statements ".length())) : -1;
        }
    }

    private void assertAllOrNothing(TestDatabase database) {
        History history = product.history(database);
        assertThat(history.rows()).allMatch(AppliedMigration::isApplied);
        List<List<String>> states = List.of(List.of(), List.of("a"), List.of("a", "b"));
        assertThat(database.strings(product.tables()))
                .isEqualTo(states.get(history.applied().size()));
    }
}
