package dev.caspian.boot.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The file that a connection has opened. It stays open when it is moved or deleted, but then nobody else sees what is written to it.
 *
 * @param key what tells it from another file at the same place, or null where the file system has nothing of the kind
 */
record OpenedFile(Path path, @Nullable Object key) {

    /** The file at this place; empty where there is none, as some addresses spell the place in a way of their own. */
    static Optional<OpenedFile> at(Path path) {
        try {
            return Optional.of(new OpenedFile(
                    path, Files.readAttributes(path, BasicFileAttributes.class).fileKey()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Whether it still is where it was. */
    boolean isThere() {
        return at(path).filter(this::equals).isPresent();
    }
}
