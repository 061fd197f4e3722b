package dev.caspian.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.boot.packaged.PackagedApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Starts the jar of an application, as it is deployed. */
class PackagedApplicationTests {

    @TempDir
    private Path directory;

    private record Run(int exitCode, String output) {}

    private Run run(Path jar, String url, String... arguments) throws IOException, InterruptedException {
        Path output = directory.resolve("output");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                jar.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("DATABASE_URL", url);
        Process process = builder.start();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly().waitFor();
            throw new AssertionError("It did not end:\n" + Files.readString(output));
        }
        return new Run(process.exitValue(), Files.readString(output));
    }

    @ParameterizedTest
    @EnumSource
    void migratesAndSeedsFromItsJarAndEnds(TestDatabase database) throws IOException, InterruptedException {
        String url = database.newDatabase(directory);
        Path jar;
        try (TestProject project = new TestProject(database, directory.resolve("resources"))
                .firstMigration()
                .write("prisma/seed.sql", "INSERT INTO \"Note\" (\"id\", \"text\") VALUES (1, 'by seed.sql');")
                .write("prisma/seed/more.sql", "UPDATE \"Note\" SET \"pinned\" = true;")) {
            jar = BootJar.of(directory, PackagedApplication.class, project.folder());
        }

        Run early = run(jar, url, "--caspian.migrate.mode=validate");
        assertThat(early.exitCode()).as(early.output()).isEqualTo(1);
        assertThat(early.output())
                .contains("APPLICATION FAILED TO START", "mvn caspian:migrate-deploy")
                .doesNotContain("\tat ");

        Run seeded = run(jar, url, "--caspian.migrate.mode=deploy", "--caspian.seed.mode=only");
        assertThat(seeded.exitCode()).as(seeded.output()).isZero();
        assertThat(seeded.output())
                .contains("Applied 1 migration from classpath:prisma/migrations: [20260101000000_init]")
                .contains("`prisma/seed.sql` (1 of 3)", "`prisma/seed/more.sql` (2 of 3)", "`notes` (3 of 3)")
                .doesNotContain("AT WORK", "differs");
        assertThat(database.strings(url, "SELECT \"text\" FROM \"Note\" WHERE \"pinned\" ORDER BY \"id\""))
                .containsExactly("by seed.sql");

        Run again = run(jar, url, "--caspian.migrate.mode=validate", "--caspian.seed.mode=only");
        assertThat(again.exitCode()).as(again.output()).isEqualTo(1);
        assertThat(again.output())
                .contains("The database is as its migrations and the schema have it.")
                .contains("`prisma/seed.sql` failed in statement 1, line 1")
                .doesNotContain("AT WORK");
    }
}
