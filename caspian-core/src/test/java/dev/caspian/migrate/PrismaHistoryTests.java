package dev.caspian.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caspian.migrate.history.AppliedMigration;
import dev.caspian.migrate.history.Migration;
import dev.caspian.migrate.history.MigrationDirectory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A history with the rows that Prisma Migrate 7 writes is continued. */
@ParameterizedClass
@EnumSource
class PrismaHistoryTests {

    private static final String FIRST = "CREATE TABLE a (id INTEGER);\n";
    private static final String SECOND = "CREATE TABLE b (id INTEGER);\n";

    @Parameter
    private MigratedProduct product;

    @TempDir
    private Path directory;

    private PrismaMigrate migrate;
    private TestDatabase database;
    private MigrationDirectory migrations;

    @BeforeEach
    void open() {
        migrate = new PrismaMigrate(product.provider());
        database = product.newDatabase();
        migrations = new MigrationDirectory(directory);
        assertThat(migrate.deploy(database.dataSource(), migrations)).isEmpty();
        migrations.write("20200101000000_a", FIRST, product.provider().prismaName());
        migrations.write("20200102000000_b", SECOND, product.provider().prismaName());
        database.execute(FIRST);
        insert("20200101000000_a", FIRST, "'2026-11-28T10:27:40.648+00:00'", "NULL", "NULL", 1);
    }

    private void insert(String name, String script, String finished, String logs, String rolledBack, int steps) {
        String checksum =
                Migration.of(name, script.getBytes(StandardCharsets.UTF_8)).checksum();
        database.execute(
                "INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, logs, rolled_back_at,"
                        + " started_at, applied_steps_count) VALUES ('" + UUID.randomUUID() + "', '" + checksum + "', "
                        + finished + ", '" + name + "', " + logs + ", " + rolledBack
                        + ", '2026-11-28T10:27:40.542+00:00', "
                        + steps + ")");
    }

    @Test
    void appliesWhatIsPending() {
        assertThat(migrate.deploy(database.dataSource(), migrations)).containsExactly("20200102000000_b");
        assertThat(migrate.status(database.dataSource(), migrations).isUpToDate())
                .isTrue();
    }

    @Test
    void takesWhatWasResolvedAsApplied() {
        database.execute(SECOND);
        insert("20200102000000_b", "other;", "NULL", "'failed'", "'2026-11-28T10:27:41.138+00:00'", 0);
        insert("20200102000000_b", SECOND, "'2026-11-28T10:27:41.230+00:00'", "''", "NULL", 0);

        assertThat(migrate.deploy(database.dataSource(), migrations)).isEmpty();
    }

    @Test
    void resolvesAFailedMigrationOfPrisma() {
        String logs = "'table a already exists\n   0: sql_schema_connector::apply_migration::apply_script\n"
                + "           with migration_name=\"20200102000000_b\"'";
        insert("20200102000000_b", "other;", "NULL", logs, "NULL", 0);

        assertThatThrownBy(() -> migrate.deploy(database.dataSource(), migrations))
                .hasMessageStartingWith("P3009")
                .hasMessageContaining("The database said: table a already exists. Undo");

        migrate.resolveRolledBack(database.dataSource(), "20200102000000_b");
        // As in Prisma, a second time is no error.
        migrate.resolveRolledBack(database.dataSource(), "20200102000000_b");
        assertThat(migrate.deploy(database.dataSource(), migrations)).containsExactly("20200102000000_b");
        assertThat(product.history(database).rows("20200102000000_b"))
                .extracting(AppliedMigration::isApplied)
                .containsExactly(false, true);
    }

    @Test
    void recordsWhatWasAppliedByHandAsPrismaDoes() {
        database.execute(SECOND);

        migrate.resolveApplied(database.dataSource(), migrations, "20200102000000_b");

        assertThat(database.strings("SELECT migration_name FROM _prisma_migrations WHERE logs = ''"
                        + " AND applied_steps_count = 0 AND started_at = finished_at AND rolled_back_at IS NULL"))
                .containsExactly("20200102000000_b");
    }
}
