package dev.caspian.migrate.history;

import dev.caspian.error.MigrationException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;

/** Makes the names of migrations. Stateless. */
public final class MigrationName {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);
    private static final int STAMP_LENGTH = 14;
    private static final int MAXIMUM_BYTES = 200;

    private MigrationName() {}

    /**
     * A name from the time in UTC and from what a person calls the migration. It sorts behind the names that there are,
     * even if their clock went ahead of this one.
     *
     * @param names the migrations so far, in order
     * @param title in any spelling; lower-cased, and everything but letters and digits becomes {@code _}
     * @throws MigrationException P3010 if the title has more than 200 bytes
     */
    public static String after(List<String> names, Clock clock, String title) {
        if (title.getBytes(StandardCharsets.UTF_8).length > MAXIMUM_BYTES) {
            throw new MigrationException(
                    "P3010", "The name of the migration is longer than 200 bytes. Choose a shorter one.", null);
        }
        String stamp = STAMP.format(LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
        String slug = slug(title);
        String name = slug.isEmpty() ? stamp : stamp + "_" + slug;
        String last = names.isEmpty() ? "" : names.get(names.size() - 1);
        boolean isLater = stamp.compareTo(last.substring(0, Math.min(STAMP_LENGTH, last.length()))) > 0;
        return isLater ? name : renewed(name, last);
    }

    private static String slug(String title) {
        String words = title.strip().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}]+", "_");
        return words.replaceAll("^_+|_+$", "");
    }

    /** The same title with a time stamp one second behind that of {@code other}. */
    static String renewed(String name, String other) {
        String title = name.length() > STAMP_LENGTH ? name.substring(STAMP_LENGTH) : "_" + name;
        try {
            LocalDateTime stamp =
                    LocalDateTime.parse(other.substring(0, Math.min(STAMP_LENGTH, other.length())), STAMP);
            return STAMP.format(stamp.plusSeconds(1)) + title;
        } catch (DateTimeParseException foreignName) {
            return other + title;
        }
    }
}
