package dev.caspian.migrate.history;

import java.nio.charset.StandardCharsets;

/** The file {@code migration_lock.toml}, which remembers for which database the migrations were written. */
final class LockFile {

    static final String NAME = "migration_lock.toml";

    private LockFile() {}

    /** The value of the first line that begins with {@code provider}; empty if there is none, or if this is no text. */
    static String provider(byte[] content) {
        return new String(content, StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("provider"))
                .findFirst()
                .map(line -> line.substring(line.indexOf('=') + 1).strip().replace("\"", ""))
                .orElse("");
    }

    static String content(String provider) {
        return "# Keep this file in version control, next to the migrations.\n"
                + "# It remembers the database for which they were written.\n"
                + "provider = \"" + provider + "\"\n";
    }
}
