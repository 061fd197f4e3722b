package dev.caspian.codegen.write;

import dev.caspian.schema.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Tells one build of the generator from another, also where both are the same snapshot version. */
final class GeneratorVersion {

    private GeneratorVersion() {}

    /** A digest of names, sizes and times of the generator's own files and of the schema compiler's. */
    static String current() {
        List<String> parts = new ArrayList<>();
        parts.addAll(files(GeneratorVersion.class));
        parts.addAll(files(Schema.class));
        return Digest.of(parts.toArray(String[]::new));
    }

    private static List<String> files(Class<?> type) {
        try (Stream<Path> files = Files.walk(location(type))) {
            List<String> parts = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                parts.add(file + " " + attributes.size() + " " + attributes.lastModifiedTime());
            }
            return parts;
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read the generator's own files", e);
        }
    }

    private static Path location(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The location of " + type + " is no path.", e);
        }
    }
}
