package dev.caspian.migrate.history;

import org.jspecify.annotations.Nullable;

/** The file {@code migration_lock.toml}, which remembers for which database the migrations were written. */
final class LockFile {

    static final String NAME = "migration_lock.toml";

    private LockFile() {}

    /** The value of the first line that begins with {@code provider}, or null. */
    static @Nullable String provider(String content) {
        return content.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("provider"))
                .findFirst()
                .map(line -> line.substring(line.indexOf('=') + 1).strip().replace("\"", ""))
                .orElse(null);
    }

    static String content(String provider) {
        return "# Keep this file in version control, next to the migrations.\n"
                + "# It remembers the database for which they were written.\n"
                + "provider = \"" + provider + "\"\n";
    }
}
