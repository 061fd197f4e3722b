package dev.caspian.migrate.history;

import dev.caspian.error.MigrationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Migrations in a directory on disk: one folder for each, and the lock file. */
public final class MigrationDirectory implements MigrationSource {

    private static final String SCRIPT = "migration.sql";

    private final Path directory;

    public MigrationDirectory(Path directory) {
        this.directory = directory;
    }

    @Override
    public MigrationFiles read() {
        if (!Files.isDirectory(directory)) {
            return new MigrationFiles(List.of(), null);
        }
        try (Stream<Path> entries = Files.list(directory)) {
            List<Migration> migrations = new ArrayList<>();
            for (Path folder : entries.filter(Files::isDirectory)
                    .sorted(Comparator.comparing(MigrationDirectory::name))
                    .toList()) {
                migrations.add(migration(folder));
            }
            return new MigrationFiles(migrations, provider());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list the migrations in " + directory, e);
        }
    }

    private static Migration migration(Path folder) {
        try {
            return Migration.of(name(folder), Files.readAllBytes(folder.resolve(SCRIPT)));
        } catch (IOException e) {
            throw new MigrationException(
                    "P3015",
                    "The migration `" + name(folder)
                            + "` has no readable migration.sql. Restore the file, or delete the"
                            + " folder if the migration was never applied.",
                    e);
        }
    }

    private static String name(Path folder) {
        return folder.getFileName().toString();
    }

    private @Nullable String provider() throws IOException {
        Path lock = directory.resolve(LockFile.NAME);
        return Files.exists(lock) ? LockFile.provider(Files.readString(lock)) : null;
    }

    /**
     * Writes a new migration, and the lock file if there is none yet.
     *
     * @param name the folder's name
     * @param provider the name of the database, for the lock file
     * @return the path of the script
     * @throws UncheckedIOException if the files cannot be written
     */
    public Path write(String name, String script, String provider) {
        try {
            Path file = Files.createDirectories(directory.resolve(name)).resolve(SCRIPT);
            Files.writeString(file, script, StandardCharsets.UTF_8);
            Path lock = directory.resolve(LockFile.NAME);
            if (!Files.exists(lock)) {
                Files.writeString(lock, LockFile.content(provider), StandardCharsets.UTF_8);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the migration `" + name + "` to " + directory, e);
        }
    }
}
