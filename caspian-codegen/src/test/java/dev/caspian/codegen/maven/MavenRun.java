package dev.caspian.codegen.maven;

import dev.caspian.codegen.GeneratorOptions;
import dev.caspian.schema.Schema;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Runs goals in a project, by the Maven of this build and the classes of this module.
 *
 * <p>Maven has a repository of its own, with these classes in it. All else it takes from the repository of this build, which
 * has it: nothing is fetched, and nothing is left there.
 *
 * @param exitCode of Maven
 * @param output its log, without the level of informative lines
 */
record MavenRun(int exitCode, String output) {

    private static final Path REPOSITORY = Path.of("target", "maven-repository").toAbsolutePath();
    private static final String VERSION = property("version");

    /** Puts this build's artifacts where Maven finds them. */
    static void prepare() throws IOException {
        Files.createDirectories(REPOSITORY);
        install("caspian", Path.of("..", "pom.xml"), null);
        install("caspian-core", Path.of("..", "caspian-core", "pom.xml"), place(Schema.class));
        install("caspian-codegen", Path.of("pom.xml"), place(GeneratorOptions.class));
        Files.writeString(REPOSITORY.resolve("settings.xml"), """
                <settings>
                  <mirrors>
                    <mirror>
                      <id>build</id>
                      <mirrorOf>*</mirrorOf>
                      <url>%s</url>
                    </mirror>
                  </mirrors>
                </settings>
                """.formatted(
                        Path.of(property("maven.repository")).toUri()));
    }

    private static String property(String name) {
        String value = System.getProperty("caspian." + name);
        if (value == null) {
            throw new IllegalStateException("Run this test by Maven, which sets `caspian." + name + "`.");
        }
        return value;
    }

    private static Path place(Class<?> type) {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }

    private static void install(String artifact, Path pom, @Nullable Path classes) throws IOException {
        Path folder = REPOSITORY.resolve("dev/caspian").resolve(artifact).resolve(VERSION);
        Files.createDirectories(folder);
        String name = artifact + "-" + VERSION;
        Files.copy(pom, folder.resolve(name + ".pom"), StandardCopyOption.REPLACE_EXISTING);
        if (classes == null) {
            return;
        }
        Path jar = folder.resolve(name + ".jar");
        if (Files.isRegularFile(classes)) {
            Files.copy(classes, jar, StandardCopyOption.REPLACE_EXISTING);
            return;
        }
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(file);
                Stream<Path> files = Files.walk(classes)) {
            files.filter(Files::isRegularFile).forEach(path -> add(zip, classes, path));
        }
    }

    private static void add(ZipOutputStream zip, Path root, Path file) {
        try {
            zip.putNextEntry(new ZipEntry(root.relativize(file).toString().replace('\\', '/')));
            Files.copy(file, zip);
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs goals and phases in the project in a folder. */
    static MavenRun in(Path project, String... arguments) throws IOException, InterruptedException {
        Path output = REPOSITORY.resolve("output.txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(property("maven.home"), "bin", "mvn").toString(),
                "--batch-mode",
                "--settings=" + REPOSITORY.resolve("settings.xml"),
                "-Dmaven.repo.local=" + REPOSITORY,
                "-Dstyle.color=never"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().keySet().removeAll(List.of("DATABASE_URL", "MAVEN_OPTS", "MAVEN_ARGS"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly().waitFor();
            throw new AssertionError("It did not end:\n" + Files.readString(output));
        }
        try (Stream<String> lines = Files.lines(output)) {
            return new MavenRun(
                    process.exitValue(),
                    lines.map(line -> line.replaceFirst("^\\[INFO] ?", "")).collect(Collectors.joining("\n")));
        }
    }
}
