package dev.caspian.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.boot.ahead.AheadApplication;
import dev.caspian.boot.client.NotesClient;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplicationAotProcessor;

/** An application is processed ahead of time as Spring Boot's plug-ins do it, and then started from what that made. */
@Timeout(180)
class AheadOfTimeTests {

    @TempDir
    private static Path directory;

    private static Path sources;
    private static Path classes;

    @BeforeAll
    static void process() throws Exception {
        sources = directory.resolve("sources");
        classes = directory.resolve("classes");
        // Another database than that of the later start, and no mode: both are decided when the application runs.
        java(
                "build.db",
                List.of("-Dcaspian.migrations=classpath:/elsewhere/migrations"),
                SpringApplicationAotProcessor.class,
                AheadApplication.class.getName(),
                sources.toString(),
                classes.toString(),
                classes.toString(),
                "an",
                "application",
                // Known when the application runs.
                "--caspian.seed.mode=${SEED_MODE}",
                "--caspian.log.slow-query=${SLOW_QUERY}");
        compile();
    }

    private static void compile() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> paths = Files.walk(sources)) {
            List<Path> texts =
                    paths.filter(path -> path.toString().endsWith(".java")).toList();
            List<String> options = List.of("-cp", classPath(), "-d", classes.toString(), "-proc:none");
            assertThat(compiler.getTask(null, files, null, options, null, files.getJavaFileObjectsFromPaths(texts))
                            .call())
                    .isTrue();
        }
    }

    private static String classPath() {
        return classes
                + File.pathSeparator
                + directory.resolve("resources")
                + File.pathSeparator
                + String.join(File.pathSeparator, BootJar.classPath());
    }

    private static String java(String database, List<String> options, Class<?> main, String... arguments)
            throws Exception {
        Path output = directory.resolve("output");
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options);
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", classPath(), main.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("DATABASE_URL", "file:" + directory.resolve(database));
        Process process = builder.start();
        try {
            process.waitFor();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).as(Files.readString(output)).isZero();
        return Files.readString(output);
    }

    /**
     * Guard: the client asks for `InitializedDatabase` before it is made, in `ClientRegistrar`. Spring Boot's own detectors have no
     * say in clients then, because those are registered anew when the application starts.
     */
    @Test
    void migratesBeforeABeanUsesTheClient() throws Exception {
        String output = java(
                "run.db",
                List.of("-Dspring.aot.enabled=true"),
                AheadApplication.class,
                "--caspian.migrate.mode=deploy");
        assertThat(output)
                .contains(
                        "Starting AOT-processed AheadApplication",
                        "Applied 2 migrations",
                        "AT WORK: [], then [written]")
                // The mark of the other DataSource is still known.
                .contains("There are no migrations at classpath:/other/migrations/")
                .doesNotContain("differs");
        assertThat(directory.resolve("build.db")).doesNotExist();
    }

    /**
     * Guard: the client asks for `InitializedDatabase` before it is made, in `ClientRegistrar`. With the migrations alone, the
     * first look is at an empty table.
     */
    @Test
    void fillsTheTablesByScriptsBeforeABeanUsesTheClient() throws Exception {
        Path script = directory.resolve("resources/data.sql");
        Files.createDirectories(script.getParent());
        Files.writeString(script, "INSERT INTO \"Note\" (\"text\") VALUES ('by a script');");
        try {
            String output = java(
                    "filled.db",
                    List.of("-Dspring.aot.enabled=true"),
                    AheadApplication.class,
                    "--caspian.migrate.mode=deploy",
                    "--spring.sql.init.mode=always");
            assertThat(output)
                    .contains("Starting AOT-processed AheadApplication", "Applied 2 migrations")
                    .contains("AT WORK: [by a script], then [by a script, written]");
        } finally {
            Files.delete(script);
        }
    }

    /**
     * Guards: factories, which `ServiceLoader` finds, and not constructors that would have to be found by reflection;
     * `CaspianRuntimeHints`; and `MigrationHints`, for the places that the build and a mark name.
     */
    @Test
    void tellsNativeImagesOfItsResourcesAndOfNoGeneratedClass() throws IOException {
        Path metadata = classes.resolve("META-INF/native-image/an/application/reachability-metadata.json");
        assertThat(Files.readString(metadata).replace("\\/", "/"))
                .contains(
                        "dev/caspian/boot/client/schema.caspian",
                        "\"prisma/migrations/**",
                        "elsewhere/migrations/**",
                        "\"other/migrations/**")
                .contains(AheadApplication.class.getName())
                .doesNotContain(NotesClient.class.getName());
    }
}
