package dev.caspian.provider;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The file {@code .env}, in which Prisma projects keep {@code DATABASE_URL}. Immutable.
 *
 * <p>The rules are those of dotenv and dotenv-expand: {@code export}, comments, three kinds of quotes, values over
 * several lines, and <code>${NAME}</code> outside of single quotes. The environment wins over the file.
 */
public final class DotEnv {

    private static final Pattern LINE = Pattern.compile(
            "^[ \\t]*(?:export[ \\t]+)?([\\w.-]+)[ \\t]*=[ \\t]*"
                    + "(?:'([^']*)'|\"((?:\\\\.|[^\"\\\\])*+)\"|`([^`]*)`|([^#\\r\\n]*))[ \\t]*(?:#.*)?$",
            Pattern.MULTILINE);

    private static final Pattern REFERENCE =
            Pattern.compile("\\\\\\$|\\$\\{([A-Za-z_]\\w*)(?::?-([^}]*))?}|\\$([A-Za-z_]\\w*)");

    private final Map<String, String> values;
    private final Function<String, @Nullable String> environment;

    private DotEnv(Map<String, String> values, Function<String, @Nullable String> environment) {
        this.values = values;
        this.environment = environment;
    }

    /**
     * Reads {@code .env} of a directory, if it is there.
     *
     * @param environment what wins over the file: the value of a name, or null
     * @throws UncheckedIOException if the file is there and cannot be read
     */
    public static DotEnv read(Path directory, Function<String, @Nullable String> environment) {
        Path file = directory.resolve(".env");
        try {
            return parse(Files.isRegularFile(file) ? Files.readString(file) : "", environment);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read `" + file + "`.", e);
        }
    }

    static DotEnv parse(String text, Function<String, @Nullable String> environment) {
        Map<String, String> values = new LinkedHashMap<>();
        DotEnv result = new DotEnv(values, environment);
        Matcher line = LINE.matcher(text.startsWith("\uFEFF") ? text.substring(1) : text);
        while (line.find()) {
            values.put(line.group(1), result.value(line));
        }
        return result;
    }

    private String value(Matcher line) {
        if (line.group(2) != null) {
            return line.group(2);
        }
        if (line.group(3) != null) {
            return expand(unescape(line.group(3)));
        }
        return expand(line.group(4) != null ? line.group(4) : line.group(5).strip());
    }

    private static String unescape(String quoted) {
        return quoted.replace("\\n", "\n").replace("\\r", "\r").replace("\\\"", "\"");
    }

    private String expand(String value) {
        return REFERENCE.matcher(value).replaceAll(reference -> {
            String name = reference.group(1) != null ? reference.group(1) : reference.group(3);
            if (name == null) {
                return Matcher.quoteReplacement("$");
            }
            String fallback = reference.group(2) == null ? "" : reference.group(2);
            return Matcher.quoteReplacement(get(name).orElse(fallback));
        });
    }

    /** The value of a name: from the environment, or from the file. */
    public Optional<String> get(String name) {
        String value = environment.apply(name);
        return Optional.ofNullable(value != null ? value : values.get(name));
    }
}
