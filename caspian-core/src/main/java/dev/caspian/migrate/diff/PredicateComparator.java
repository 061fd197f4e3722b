package dev.caspian.migrate.diff;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether two conditions of partial indexes mean the same, of which one may come from a schema and the other from a
 * PostgreSQL that prints it in its own words. Stateless.
 *
 * <p>What cannot be read as an expression is compared by its words alone: an index that is never found again would be made
 * anew by every migration.
 */
final class PredicateComparator {

    private static final Pattern TEXT = Pattern.compile("'(?:[^']|'')*+'");
    private static final Pattern CAST = Pattern.compile("::\\s*[\\w\"]+(\\s*\\[])*");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}_']+");

    private PredicateComparator() {}

    static boolean areEqual(@Nullable String previous, @Nullable String next) {
        if (Objects.equals(previous, next)) {
            return true;
        }
        if (previous == null || next == null) {
            return false;
        }
        return read(previous, next).orElseGet(() -> words(previous).equals(words(next)));
    }

    /** Whether both can be read, and say the same. */
    static boolean readAlike(String previous, String next) {
        return read(previous, next).orElse(false);
    }

    private static Optional<Boolean> read(String previous, String next) {
        try {
            boolean printed = previous.contains("::") || next.contains("::");
            return Optional.of(PredicateParser.parse(previous, printed).equals(PredicateParser.parse(next, printed)));
        } catch (IllegalArgumentException unknownSyntax) {
            return Optional.empty();
        }
    }

    /** Whether a column stands in the condition, so that the index goes when the column goes. */
    static boolean mentions(@Nullable String condition, String column) {
        return condition != null
                && Pattern.compile("(?<![\\w\"])\"?" + Pattern.quote(column) + "\"?(?![\\w\"(])")
                        .matcher(TEXT.matcher(condition).replaceAll("''"))
                        .find();
    }

    private static String words(String sql) {
        return NO_WORD.matcher(CAST.matcher(sql).replaceAll(" "))
                .replaceAll(" ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
