package dev.caspian.schema;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code @renamedFrom(old)} from the {@code ///} comment of a model or field. Stateless.
 *
 * <p>It names the table or column as the database still has it, in double quotes if it is more than a word.
 */
public final class RenamedFrom {

    private static final String KEYWORD = "@renamedFrom";
    private static final Pattern LINE =
            Pattern.compile("@renamedFrom\\(\\s*(?:\"([^\"]+)\"|([\\p{L}\\p{N}_$-]+))\\s*\\)");

    private RenamedFrom() {}

    /** The former name; empty if there is none, or none that makes sense. */
    public static Optional<String> of(@Nullable String documentation) {
        List<String> lines = lines(documentation);
        if (lines.size() != 1) {
            return Optional.empty();
        }
        Matcher matcher = LINE.matcher(lines.get(0));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
    }

    /** Whether a line of the comment begins with {@code @renamedFrom}, but names nothing. */
    public static boolean isMalformed(@Nullable String documentation) {
        return !lines(documentation).isEmpty() && of(documentation).isEmpty();
    }

    private static List<String> lines(@Nullable String documentation) {
        return documentation == null
                ? List.of()
                : documentation
                        .lines()
                        .map(String::strip)
                        .filter(line -> line.startsWith(KEYWORD))
                        .toList();
    }
}
