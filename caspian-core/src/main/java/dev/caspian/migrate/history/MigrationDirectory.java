package dev.caspian.migrate.history;

import dev.caspian.error.MigrationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

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
            throw HistoryErrors.files("The migrations in `" + directory + "` cannot be listed", e);
        }
    }

    private static Migration migration(Path folder) {
        byte[] content;
        try {
            content = Files.readAllBytes(folder.resolve(SCRIPT));
        } catch (IOException e) {
            throw HistoryErrors.unreadable(name(folder), e);
        }
        return Migration.of(name(folder), content);
    }

    private static String name(Path folder) {
        return folder.getFileName().toString();
    }

    private @Nullable String provider() throws IOException {
        Path lock = directory.resolve(LockFile.NAME);
        return Files.exists(lock) ? LockFile.provider(Files.readAllBytes(lock)) : null;
    }

    /**
     * Writes a new migration, and the lock file if there is none yet.
     *
     * @param name the folder's name
     * @param provider the name of the database, for the lock file
     * @return the path of the script
     * @throws MigrationException C3006 if the files cannot be written; then nothing is left of the migration
     */
    public Path write(String name, String script, String provider) {
        Path folder = directory.resolve(name);
        try {
            Files.createDirectories(directory);
            Path lock = directory.resolve(LockFile.NAME);
            if (!Files.exists(lock)) {
                Files.writeString(lock, LockFile.content(provider), StandardCharsets.UTF_8);
            }
            Files.createDirectory(folder);
            writeOrRemove(folder, script);
            return folder.resolve(SCRIPT);
        } catch (IOException e) {
            throw HistoryErrors.files("The migration `" + name + "` cannot be written to `" + directory + "`", e);
        }
    }

    private static void writeOrRemove(Path folder, String script) throws IOException {
        try {
            Files.writeString(folder.resolve(SCRIPT), script, StandardCharsets.UTF_8);
        } catch (IOException e) {
            // A folder without a script would be an error from now on.
            FileSystemUtils.deleteRecursively(folder);
            throw e;
        }
    }
}
