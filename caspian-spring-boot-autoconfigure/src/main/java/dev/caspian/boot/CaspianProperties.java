package dev.caspian.boot;

import dev.caspian.boot.sqlite.SqliteDurability;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.core.env.Environment;

/**
 * The properties that begin with {@code caspian}.
 *
 * @param migrateOnStartup Whether to apply pending migrations before the application uses its database: short for the
 *     mode `deploy` of `caspian.migrate.mode`. Where both are set, they must agree.
 * @param migrations Where the migrations are: `classpath:` and a folder of resources, or the path of a folder.
 * @param migrate What becomes of the migrations at start-up.
 * @param seed First data.
 * @param omit Fields that queries leave out unless they select them by name, such as `User.password`.
 * @param log What is written to the log about queries.
 * @param replica A replica of the database, from which read-only transactions read.
 * @param sqlite Databases of SQLite.
 */
@ConfigurationProperties("caspian")
public record CaspianProperties(
        @Nullable Boolean migrateOnStartup,
        @DefaultValue("classpath:prisma/migrations") String migrations,
        @DefaultValue Migrate migrate,
        @DefaultValue Seed seed,
        @DefaultValue List<String> omit,
        @DefaultValue Log log,
        @DefaultValue Replica replica,
        @DefaultValue Sqlite sqlite) {

    /**
     * Migrations at start-up.
     *
     * @param mode What becomes of the migrations at start-up.
     */
    public record Migrate(@Nullable MigrateMode mode) {}

    /**
     * First data.
     *
     * @param mode When to write the data of `prisma/seed.sql`, `prisma/seed/*.sql` and the beans of the type
     *     `PrismaSeeder`.
     */
    public record Seed(@DefaultValue("never") SeedMode mode) {}

    /**
     * What is written to the log about queries.
     *
     * @param parameters Whether the logger `dev.caspian.sql` tells the values of parameters too. They may be secrets.
     * @param slowQuery How long a statement may take before the logger `dev.caspian.sql.slow` warns of it; without it, it
     *     never does.
     * @param repeatedQuery How often a web request sends the same statement before the logger `dev.caspian.sql.repeated`
     *     warns of it; never with 0.
     * @param fullScan How many rows a table has before the logger `dev.caspian.sql.scan` warns of statements that read all of
     *     it for lack of an index; never with 0. It is meant for development, and 1000 with Spring Boot's devtools.
     */
    public record Log(
            @DefaultValue("false") boolean parameters,
            @Nullable Duration slowQuery,
            @DefaultValue("10") int repeatedQuery,
            @DefaultValue("0") int fullScan) {}

    /**
     * A replica of the database, from which read-only transactions read.
     *
     * @param url The address of the replica, for JDBC or as `DATABASE_URL` has it.
     * @param username Who connects to the replica; without it, whom the address names, else the user of the primary.
     * @param password The password of that user.
     * @param plainReads Whether the client reads from the replica outside of transactions, too. It may then not see what was
     *     just written.
     */
    public record Replica(
            @Nullable String url,
            @Nullable String username,
            @Nullable String password,
            @DefaultValue("false") boolean plainReads) {}

    /**
     * Databases of SQLite.
     *
     * @param durability What a power cut may do to transactions that were committed: nothing (`full`), or undo the last ones
     *     before it (`relaxed`). When only the process ends, nothing is lost either way.
     */
    public record Sqlite(@DefaultValue("full") SqliteDurability durability) {}

    /** The properties before there are beans. */
    public static CaspianProperties of(Environment environment) {
        return Binder.get(environment).bindOrCreate("caspian", CaspianProperties.class);
    }

    /** Where the migrations of the database are that most clients have. */
    public MigrationLocation migrationLocation() {
        return new MigrationLocation(migrations);
    }

    /**
     * The mode that both properties ask for.
     *
     * @throws InvalidConfigurationPropertyValueException if they contradict each other
     */
    MigrateMode migrateMode() {
        MigrateMode mode = migrate.mode();
        if (mode == null) {
            return Boolean.TRUE.equals(migrateOnStartup) ? MigrateMode.DEPLOY : MigrateMode.OFF;
        }
        if (migrateOnStartup != null && migrateOnStartup != (mode == MigrateMode.DEPLOY)) {
            throw new InvalidConfigurationPropertyValueException(
                    "caspian.migrate.mode",
                    mode,
                    "It contradicts `caspian.migrate-on-startup`, which is " + migrateOnStartup
                            + " and short for the mode `deploy`. Remove one of the two properties.");
        }
        return mode;
    }
}
