package dev.caspian.codegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.codegen.project.SeederSearch;
import dev.caspian.codegen.support.CommandProcess;
import dev.caspian.codegen.support.Compilation;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DbSeedCommandTests {

    private static final String SCHEMA = """
            datasource db {
              provider = "sqlite"
            }

            model Role {
              id    Int    @id
              name  String @unique
              users User[]
            }

            model User {
              id     Int  @id
              role   Role @relation(fields: [roleId], references: [id])
              roleId Int
            }
            """;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path prisma;

    @BeforeEach
    void pushSchema() throws IOException {
        prisma = Files.createDirectory(folder.resolve("prisma"));
        Files.writeString(prisma.resolve("schema.prisma"), SCHEMA);
        assertThat(run("db", "push", schema(), url())).isZero();
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return CaspianCommand.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(arguments);
    }

    private String schema() {
        return "--schema=" + prisma.resolve("schema.prisma");
    }

    private String url() {
        return "--url=file:" + folder.resolve("dev.db");
    }

    private List<String> roles() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("dev.db"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT name FROM Role ORDER BY id")) {
            List<String> roles = new ArrayList<>();
            while (rows.next()) {
                roles.add(rows.getString(1));
            }
            return roles;
        }
    }

    @Test
    void filesAreWrittenInOrderAndAgain() throws IOException, SQLException {
        Files.writeString(
                prisma.resolve("seed.sql"), "INSERT INTO Role VALUES (1, 'admin') ON CONFLICT DO UPDATE SET id = 1;");
        Files.createDirectory(prisma.resolve("seed"));
        Files.writeString(
                prisma.resolve("seed/users.sql"),
                "INSERT INTO Role VALUES (2, 'author') ON CONFLICT DO NOTHING;\n"
                        + "INSERT INTO User VALUES (1, 1) ON CONFLICT DO NOTHING;");
        for (int i = 0; i < 2; i++) {
            assertThat(run("db", "seed", schema(), url())).as(err.toString()).isZero();
        }
        assertThat(out.toString()).containsSubsequence("seed.sql` (1 statement).", "users.sql` (2 statements).");
        assertThat(roles()).containsExactly("admin", "author");
    }

    @Test
    void aFileThatFailsLeavesNothing() throws IOException, SQLException {
        Files.writeString(
                prisma.resolve("seed.sql"),
                "INSERT INTO Role VALUES (1, 'admin');\n-- There is no such role.\nINSERT INTO User VALUES (1, 7);");
        assertThat(run("db", "seed", schema(), url())).isEqualTo(1);
        assertThat(err.toString())
                .contains("seed.sql` failed in statement 2, line 3", "FOREIGN KEY", "Nothing of this file")
                .doesNotContain("\tat ");
        assertThat(roles()).isEmpty();
    }

    @Test
    void withoutFilesItSaysWhereTheyBelong() {
        assertThat(run("db", "seed", schema(), url())).isZero();
        assertThat(out.toString()).contains("nothing to seed", "`seed.sql` beside the schema");
    }

    /** A program that stands for an application: it writes down what it was told, and ends as it was told. */
    public static final class Program {

        private Program() {}

        /** Writes its arguments and some of its environment into a file that the first argument but one names. */
        public static void main(String... arguments) throws IOException {
            List<String> told = new ArrayList<>(List.of(arguments));
            told.add(System.getenv("SPRING_MAIN_WEB_APPLICATION_TYPE"));
            told.add(System.getenv("SPRING_DATASOURCE_URL"));
            Files.write(Path.of(arguments[1]), told);
            System.exit(Integer.parseInt(arguments[2]));
        }
    }

    @Test
    void anApplicationIsStartedInstead() throws IOException {
        Path told = folder.resolve("told");
        Path jar = jar();
        assertThat(run("db", "seed", "--jar=" + jar, url(), "--", told.toString(), "3"))
                .as("its exit code")
                .isEqualTo(3);
        assertThat(told)
                .hasContent(String.join(
                        "\n",
                        "--caspian.seed.mode=only",
                        told.toString(),
                        "3",
                        "none",
                        "jdbc:sqlite:" + folder.resolve("dev.db")));
        assertThat(run(
                        "db",
                        "seed",
                        "--classpath=" + jar,
                        "--main-class=" + Program.class.getName(),
                        "--",
                        told.toString(),
                        "0"))
                .isZero();
        assertThat(told).content().endsWith("none\nnull\n");
    }

    private Path jar() throws IOException {
        Path jar = folder.resolve("app.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Program.class.getName());
        String name = Program.class.getName().replace('.', '/') + ".class";
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file, manifest)) {
            entries.putNextEntry(new JarEntry(name));
            entries.write(Program.class
                    .getClassLoader()
                    .getResource(name)
                    .openStream()
                    .readAllBytes());
        }
        return jar;
    }

    /** A program that stands for an application which undoes what it has begun when it is ended. */
    public static final class Undoing {

        private Undoing() {}

        /** Seeds without an end; that it is undone is written into a file that the first argument but one names. */
        public static void main(String... arguments) throws InterruptedException {
            Path undone = Path.of(arguments[1]);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                try {
                    // Whoever did not wait for it would not see the file.
                    Thread.sleep(500);
                    Files.createFile(undone);
                } catch (IOException | InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }));
            System.out.println("The application is seeding");
            new CountDownLatch(1).await();
        }
    }

    /** What makes it pass is that {@code SeedingApplication} waits for the process that it ends. */
    @Test
    void anApplicationThatIsInterruptedHasUndoneItsWorkWhenTheCommandEnds() throws IOException, InterruptedException {
        Path undone = folder.resolve("undone");
        try (CommandProcess seed = CommandProcess.start(List.of(
                "db",
                "seed",
                "--classpath=" + System.getProperty("java.class.path"),
                "--main-class=" + Undoing.class.getName(),
                "--",
                undone.toString()))) {
            seed.awaitLine("The application is seeding");
            seed.interrupt();
            assertThat(seed.exitCode()).as(seed.told()).isEqualTo(130);
            assertThat(seed.told())
                    .contains("Interrupted. Nothing is left of the file or the PrismaSeeder", "caspian db seed")
                    .doesNotContain("\tat ");
        }
        assertThat(undone).exists();
    }

    @Test
    void anApplicationIsAJarOrAClassPathAndAMainClass() {
        assertThat(run("db", "seed", "--jar=a.jar", "--classpath=b", "--main-class=c"))
                .isEqualTo(2);
        assertThat(run("db", "seed", "--classpath=b")).isEqualTo(2);
    }

    @Test
    void seedersAreFoundInCompiledClasses() throws IOException {
        assertThat(SeederSearch.findsAny(folder.resolve("none"))).isFalse();
        Path classes = folder.resolve("classes");
        compile("Other", "class Other { static final String NAME = \"PrismaSeeder\"; }", classes);
        assertThat(SeederSearch.findsAny(classes)).isFalse();
        compile(
                "Beans",
                "class Beans { dev.caspian.client.PrismaSeeder roles() { return () -> {}; } }",
                classes.resolve("deeper"));
        assertThat(SeederSearch.findsAny(classes)).isTrue();
    }

    private static void compile(String name, String source, Path classes) throws IOException {
        assertThat(Compilation.of(Map.of(name + ".java", source), Files.createDirectories(classes))
                        .findings())
                .isEmpty();
    }
}
