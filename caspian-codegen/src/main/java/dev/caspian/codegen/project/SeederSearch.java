package dev.caspian.codegen.project;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Looks for seeders in compiled classes: beans of the type {@code dev.caspian.client.PrismaSeeder}. Stateless. */
public final class SeederSearch {

    /** Who implements the interface, or returns it from a method, holds its name among the constants of the class. */
    private static final String NAME = "dev/caspian/client/PrismaSeeder";

    private SeederSearch() {}

    /**
     * Whether a class names the interface.
     *
     * @param folder the folder of the classes; one that does not exist has none
     * @throws IOException if a class cannot be read
     */
    public static boolean findsAny(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> classes =
                    files.filter(file -> file.toString().endsWith(".class")).toList();
            for (Path file : classes) {
                // The constants are plain bytes, of which each is one character here.
                if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(NAME)) {
                    return true;
                }
            }
            return false;
        }
    }
}
