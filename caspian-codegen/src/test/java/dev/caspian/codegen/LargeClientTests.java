package dev.caspian.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.codegen.cli.CaspianCommand;
import dev.caspian.codegen.support.ClientStart;
import dev.caspian.codegen.support.Compilation;
import dev.caspian.codegen.support.Schemas;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The client of a large schema is generated, compiled and started; with {@code -Dcaspian.soak} one of 200 models, within
 * limits of time, by processes that have nothing warm.
 */
class LargeClientTests {

    private static final boolean SOAK = Boolean.getBoolean("caspian.soak");
    private static final int MODELS = SOAK ? 200 : 20;

    @TempDir
    private Path folder;

    private final SoftAssertions limits = new SoftAssertions();

    /** Models of 25 fields, each of which refers to the next one. */
    private static String schema() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < MODELS; i++) {
            int next = (i + 1) % MODELS;
            int previous = (i + MODELS - 1) % MODELS;
            text.append("""

                    /// Model number %1$d
                    model Model%1$d {
                      id        Int       @id @default(autoincrement())
                      createdAt DateTime  @default(now())
                      next      Model%2$d? @relation("r%1$d", fields: [nextId], references: [id])
                      nextId    Int?
                      previous  Model%3$d[] @relation("r%3$d")
                    """.formatted(i, next, previous));
            for (int field = 0; field < 20; field++) {
                text.append("  field%1$d String? @map(\"column_%1$d\") // comment\n".formatted(field));
            }
            text.append("  @@index([field0, field1])\n  @@unique([field2, field3])\n  @@map(\"models_%d\")\n}\n"
                    .formatted(i));
        }
        return Schemas.onSqlite(text.toString());
    }

    @Test
    void aLargeClientIsGeneratedCompiledAndStarted() throws Exception {
        Path schema = Files.writeString(folder.resolve("schema.prisma"), schema());
        Path sources = folder.resolve("sources");
        Path classes = folder.resolve("classes");

        long start = System.nanoTime();
        String generated = java(
                List.of(),
                "",
                CaspianCommand.class,
                "generate",
                "--schema=" + schema,
                "--package=" + Schemas.PACKAGE,
                "--output=" + sources,
                "--resources=" + classes);
        requireAtMost(Duration.ofSeconds(2), "generated", since(start));
        assertThat(generated).contains("(" + (4 * MODELS + 2) + " files)");

        Map<String, String> texts = texts(sources);
        start = System.nanoTime();
        assertThat(Compilation.of(texts, classes).findings()).isEmpty();
        requireAtMost(Duration.ofSeconds(20), "compiled", since(start));

        Path loaded = folder.resolve("loaded.log");
        String started = java(
                List.of("-Xlog:class+load:file=" + loaded),
                classes + File.pathSeparator,
                ClientStart.class,
                Schemas.PACKAGE + ".PrismaClient");
        assertThat(started).startsWith(MODELS + " models");
        // The classes of a model wait until it is used.
        assertThat(Files.readString(loaded))
                .contains(Schemas.PACKAGE + ".PrismaClient ")
                .doesNotContain(Schemas.PACKAGE + ".Model");
        String milliseconds = started.substring(started.indexOf(": ") + 2).strip();
        requireAtMost(Duration.ofMillis(100), "started", Duration.ofMillis(Long.parseLong(milliseconds)));
        limits.assertAll();
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private void requireAtMost(Duration most, String what, Duration taken) {
        if (SOAK) {
            System.out.println("[soak] a client of " + MODELS + " models " + what + ": " + taken);
            limits.assertThat(taken).as(what).isLessThanOrEqualTo(most);
        }
    }

    private static Map<String, String> texts(Path folder) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                texts.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return texts;
    }

    /** Runs a process as a person does, with whatever the JVM has to load and to compile first. */
    private static String java(List<String> options, String classPath, Class<?> main, String... arguments)
            throws Exception {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath + System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
