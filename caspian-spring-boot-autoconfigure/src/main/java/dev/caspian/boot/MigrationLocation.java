package dev.caspian.boot;

import dev.caspian.migrate.history.MigrationFiles;
import dev.caspian.migrate.history.MigrationSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.util.ResourceUtils;

/**
 * Where migrations are.
 *
 * @param text {@code classpath:} and a folder of resources, or the path of a folder; nothing where there are none
 */
public record MigrationLocation(String text) {

    static final MigrationLocation NONE = new MigrationLocation("");

    /**
     * What they are read from.
     *
     * @throws UnusableDatabaseException if the folder is not there
     */
    public MigrationSource source(ClassLoader classLoader) {
        if (text.isEmpty()) {
            return () -> new MigrationFiles(List.of(), null);
        }
        Optional<String> resources = resources();
        if (resources.isPresent()) {
            return MigrationSource.classpath(resources.get(), classLoader);
        }
        return directory(
                text.startsWith(ResourceUtils.FILE_URL_PREFIX)
                        ? text.substring(ResourceUtils.FILE_URL_PREFIX.length())
                        : text);
    }

    /** The folder of resources; empty where it is none. */
    Optional<String> resources() {
        return text.startsWith(ResourceUtils.CLASSPATH_URL_PREFIX)
                ? Optional.of(text.substring(ResourceUtils.CLASSPATH_URL_PREFIX.length()))
                : Optional.empty();
    }

    private static MigrationSource directory(String location) {
        Path folder = Path.of(location);
        if (!Files.isDirectory(folder)) {
            throw new UnusableDatabaseException(
                    "There is no folder of migrations at `"
                            + folder.toAbsolutePath().normalize()
                            + "`, to which `caspian.migrations` (or `@CaspianDataSource`) leads.",
                    "Correct that, or bring the folder there together with the application.",
                    null);
        }
        return MigrationSource.directory(folder);
    }

    @Override
    public String toString() {
        return text;
    }
}
