package dev.caspian.boot.test;

import com.zaxxer.hikari.HikariDataSource;
import dev.caspian.boot.CaspianProperties;
import dev.caspian.boot.sqlite.SqliteDataSource;
import dev.caspian.boot.sqlite.SqliteDurability;
import dev.caspian.migrate.PrismaMigrate;
import dev.caspian.migrate.history.MigrationFiles;
import dev.caspian.provider.Provider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.util.Assert;

/**
 * A file of SQLite for each application that is tested, with every migration. Equal migrations run once: each file is a
 * copy of a database that has them. Thread-safe.
 */
final class TemporaryDatabase {

    private static final Path FOLDER = folder();

    /** Databases that have the migrations of these names and contents. */
    private static final Map<List<String>, Path> MIGRATED = new ConcurrentHashMap<>();

    private TemporaryDatabase() {}

    /** A pool as the application configures it, but for the address. */
    static HikariDataSource pool(ApplicationContext context) {
        Environment environment = context.getEnvironment();
        ClassLoader classLoader = context.getClassLoader();
        Assert.state(classLoader != null, "No class loader");
        MigrationFiles files = CaspianProperties.of(environment)
                .migrationLocation()
                .source(classLoader)
                .read();
        HikariDataSource pool = new HikariDataSource();
        Binder.get(environment).bind("spring.datasource.hikari", Bindable.ofInstance(pool));
        pool.setDataSourceClassName(null);
        pool.setJdbcUrl(jdbcUrl(copy(files)));
        return pool;
    }

    private static String jdbcUrl(Path file) {
        return "jdbc:sqlite:" + file;
    }

    private static Path copy(MigrationFiles files) {
        Path file = newFile("test");
        if (!files.migrations().isEmpty()) {
            List<String> content = files.migrations().stream()
                    .map(migration -> migration.checksum() + " " + migration.name())
                    .toList();
            Path migrated = MIGRATED.computeIfAbsent(content, missing -> migrate(files));
            try {
                Files.copy(migrated, file);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot copy the database `" + migrated + "` to `" + file + "`.", e);
            }
        }
        return file;
    }

    private static Path migrate(MigrationFiles files) {
        Path file = newFile("migrated");
        new PrismaMigrate(Provider.SQLITE)
                .deploy(new SqliteDataSource(jdbcUrl(file), new Properties(), SqliteDurability.RELAXED), () -> files);
        return file;
    }

    /** The name of a file that is not there yet, and is not any more when the tests are over. */
    private static synchronized Path newFile(String prefix) {
        Path file;
        int number = 0;
        do {
            number++;
            file = FOLDER.resolve(prefix + number + ".db");
        } while (Files.exists(file));
        for (String suffix : List.of("", "-wal", "-shm")) {
            FOLDER.resolve(file.getFileName() + suffix).toFile().deleteOnExit();
        }
        return file;
    }

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("caspian-test");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make a folder for temporary databases.", e);
        }
    }
}
