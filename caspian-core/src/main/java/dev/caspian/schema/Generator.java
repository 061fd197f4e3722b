package dev.caspian.schema;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A {@code generator} block, ours or another tool's.
 *
 * @param name its name
 * @param provider what it runs, for example {@code prisma-client-js}
 * @param output where it writes, or null
 * @param previewFeatures as written
 * @param configuration every other key with its source text; the content of a string literal
 */
public record Generator(
        String name,
        String provider,
        @Nullable String output,
        List<String> previewFeatures,
        Map<String, String> configuration) {

    public Generator {
        previewFeatures = List.copyOf(previewFeatures);
        configuration = Map.copyOf(configuration);
    }
}
