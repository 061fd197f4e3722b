package dev.caspian.boot;

import dev.caspian.error.MigrationException;
import dev.caspian.migrate.MigrationStatus;
import dev.caspian.migrate.PrismaMigrate;
import dev.caspian.migrate.history.Migration;
import dev.caspian.migrate.history.MigrationFiles;
import dev.caspian.provider.Provider;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Checks the database or applies pending migrations when it is initialised, which is before any bean that uses the
 * database. The mode is read then, and not by a condition, so that it may differ from that of the build.
 */
final class MigrationInitializer implements InitializingBean {

    private static final Logger log = LoggerFactory.getLogger(MigrationInitializer.class);

    private static final String TABLES_WITHOUT_HISTORY = "P3005";

    private final ConfigurableListableBeanFactory beans;
    private final ApplicationDatabases databases;
    private final CaspianProperties properties;
    private final ClassLoader classLoader;

    MigrationInitializer(
            ConfigurableListableBeanFactory beans,
            ApplicationDatabases databases,
            CaspianProperties properties,
            ClassLoader classLoader) {
        this.beans = beans;
        this.databases = databases;
        this.properties = properties;
        this.classLoader = classLoader;
    }

    @Override
    public void afterPropertiesSet() {
        MigrateMode mode = properties.migrateMode();
        if (mode == MigrateMode.OFF) {
            return;
        }
        String wish = "`caspian.migrate.mode` is `" + mode.name().toLowerCase(Locale.ROOT) + "`";
        for (ApplicationDatabase database : databases.all(wish)) {
            MigrationFiles files = database.migrations().source(classLoader).read();
            Provider provider = database.provider(files.provider());
            if (mode == MigrateMode.VALIDATE) {
                validate(database, provider, files);
            } else {
                deploy(database, provider, files);
            }
        }
    }

    private void validate(ApplicationDatabase database, Provider provider, MigrationFiles files) {
        database.missingFile().ifPresent(file -> {
            throw notReady(
                    "The database `" + file + "` does not exist.",
                    "If it is another one, correct its address in `DATABASE_URL` or `spring.datasource.url`. "
                            + applyThem());
        });
        database.requireConnection();
        // Without migrations the application has nothing to say of the history, which may be another tool's.
        if (!files.migrations().isEmpty()) {
            requireEveryMigration(
                    new PrismaMigrate(provider).status(database.dataSource(), () -> files), database, files);
        }
        List<SchemaDrift> drifts = SchemaDrift.find(beans, database, provider);
        if (!drifts.isEmpty()) {
            throw notReady(
                    drifts.stream()
                            .map(drift -> "The database differs from the schema of `"
                                    + drift.client().getName() + "`. To be as the schema has it, it would take:\n\n"
                                    + drift.list())
                            .collect(Collectors.joining("\n\n")),
                    "If the schema was changed, write the migration (`mvn caspian:migrate-dev`) and deploy it. If the"
                            + " database was changed, undo that, or take it over into the schema"
                            + " (`mvn caspian:db-pull`).");
        }
        log.info("The database is as its migrations and the schema have it.");
    }

    private static void requireEveryMigration(
            MigrationStatus status, ApplicationDatabase database, MigrationFiles files) {
        if (!status.problems().isEmpty()) {
            MigrationException first = status.problems().get(0);
            status.problems().stream().skip(1).forEach(first::addSuppressed);
            throw first;
        }
        if (!status.pending().isEmpty()) {
            throw notReady(
                    "The database lacks " + status.pending().size() + " of " + count(files.migrations()) + " at `"
                            + database.migrations() + "`:\n\n  " + String.join("\n  ", status.pending()),
                    applyThem());
        }
    }

    private static String applyThem() {
        return "Apply the migrations with `mvn caspian:migrate-deploy`, or start once with"
                + " `caspian.migrate.mode=deploy`.";
    }

    private static UnusableDatabaseException notReady(String description, String action) {
        return new UnusableDatabaseException(
                description, action + " `caspian.migrate.mode=off` starts without looking.", null);
    }

    private void deploy(ApplicationDatabase database, Provider provider, MigrationFiles files) {
        PrismaMigrate migrate = new PrismaMigrate(provider).withProgress(log::info);
        database.requireConnection();
        MigrationStatus status = migrate.status(database.dataSource(), () -> files);
        warnOfLosses(migrate, status, files);
        // Who has nothing to apply waits for nobody.
        List<String> applied = status.isUpToDate() ? List.of() : apply(migrate, database, files);
        if (database.migrations().equals(MigrationLocation.NONE)) {
            log.info(
                    "No migrations are named for the database `{}`; `@CaspianDataSource(migrations = …)` says where they"
                            + " are.",
                    database.place());
        } else if (files.migrations().isEmpty()) {
            log.warn(
                    "There are no migrations at {}, so none was applied. `mvn caspian:migrate-dev` writes the first one;"
                            + " `caspian.migrations` says where they are.",
                    database.migrations());
        } else if (applied.isEmpty()) {
            log.info("The database is up to date with the migrations at {}.", database.migrations());
        } else {
            log.info("Applied {} from {}: {}", count(applied), database.migrations(), applied);
        }
        for (SchemaDrift drift : SchemaDrift.find(beans, database, provider)) {
            log.warn(
                    "The database has every migration, but differs from the schema of `{}`. If the schema was changed,"
                            + " write the migration: mvn caspian:migrate-dev. To be as the schema has it, it would"
                            + " take:\n\n{}",
                    drift.client().getName(),
                    drift.list());
        }
    }

    private List<String> apply(PrismaMigrate migrate, ApplicationDatabase database, MigrationFiles files) {
        try {
            return migrate.deploy(database.dataSource(), () -> files);
        } catch (MigrationException e) {
            if (e.code().equals(TABLES_WITHOUT_HISTORY)) {
                OtherMigrations.find(beans, classLoader).ifPresent(other -> {
                    throw other.conflict(e);
                });
            }
            throw e;
        }
    }

    /** Before they run, so that the log tells what was about to happen even if it is the last thing that it tells. */
    private static void warnOfLosses(PrismaMigrate migrate, MigrationStatus status, MigrationFiles files) {
        for (Migration migration : files.migrations()) {
            if (status.pending().contains(migration.name())) {
                String losses = migrate.destructiveStatements(migration).stream()
                        .map(statement -> "\n  line " + statement.line() + ": " + statement.text())
                        .collect(Collectors.joining());
                if (!losses.isEmpty()) {
                    log.warn("The migration `{}`, which is applied now, may lose data:{}", migration.name(), losses);
                }
            }
        }
    }

    private static String count(List<?> migrations) {
        return migrations.size() == 1 ? "1 migration" : migrations.size() + " migrations";
    }
}
