package dev.caspian.boot;

import dev.caspian.migrate.history.MigrationSource;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.ResourceUtils;

/**
 * Where the migrations of the application are.
 *
 * @param location {@code classpath:} and a folder of resources, or the path of a folder
 */
record MigrationLocation(String location, ClassLoader classLoader) {

    /**
     * Reads them from there.
     *
     * @throws UnusableDatabaseException if there is no such folder
     */
    MigrationSource source() {
        return location.startsWith(ResourceUtils.CLASSPATH_URL_PREFIX)
                ? MigrationSource.classpath(
                        location.substring(ResourceUtils.CLASSPATH_URL_PREFIX.length()), classLoader)
                : directory(
                        location.startsWith(ResourceUtils.FILE_URL_PREFIX)
                                ? location.substring(ResourceUtils.FILE_URL_PREFIX.length())
                                : location);
    }

    private static MigrationSource directory(String location) {
        Path folder = Path.of(location);
        if (!Files.isDirectory(folder)) {
            throw new UnusableDatabaseException(
                    "There is no folder of migrations at `"
                            + folder.toAbsolutePath().normalize() + "`, to which `caspian.migrations` leads.",
                    "Correct that property, or bring the folder there together with the application.",
                    null);
        }
        return MigrationSource.directory(folder);
    }
}
