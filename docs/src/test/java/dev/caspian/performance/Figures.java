package dev.caspian.performance;

import dev.caspian.behaviour.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What calls cost on one database, as a file remembers it. {@code -Dcaspian.fixtures=update} writes it anew. */
final class Figures {

    private static final boolean UPDATE = "update".equals(System.getProperty("caspian.fixtures"));
    private static final String SEPARATOR = ": ";

    private Figures() {}

    /**
     * What each call is to cost.
     *
     * @param measured what it costs now
     */
    static Map<String, String> expected(String name, TestDatabase database, Map<String, String> measured)
            throws IOException {
        Path file = Path.of("src/test/resources", name, database.name().toLowerCase(Locale.ROOT) + ".txt");
        if (UPDATE) {
            StringBuilder text = new StringBuilder();
            measured.forEach((call, cost) ->
                    text.append(call).append(SEPARATOR).append(cost).append('\n'));
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
        Map<String, String> expected = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            int end = line.indexOf(SEPARATOR);
            expected.put(line.substring(0, end), line.substring(end + SEPARATOR.length()));
        }
        return expected;
    }
}
