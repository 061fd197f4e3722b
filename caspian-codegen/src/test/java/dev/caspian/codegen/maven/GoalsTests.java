package dev.caspian.codegen.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs the goals as their user does. What they do is the same as on the command line, and tried there. */
@Timeout(300)
class GoalsTests {

    private static final String MODEL = """

            model Note {
              id   Int    @id @default(autoincrement())
              text String
            }
            """;

    @TempDir
    private Path project;

    @BeforeAll
    static void prepareMaven() throws IOException {
        MavenRun.prepare();
    }

    private MavenRun run(String... arguments) throws IOException, InterruptedException {
        return MavenRun.in(project, arguments);
    }

    private static void assertDone(MavenRun run) {
        assertThat(run.exitCode()).as(run.output()).isZero();
    }

    private void writePom() throws IOException {
        Files.writeString(project.resolve("pom.xml"), """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>com.example</groupId>
                  <artifactId>notes</artifactId>
                  <version>1</version>
                  <packaging>pom</packaging>
                  <build>
                    <plugins>
                      <plugin>
                        <groupId>dev.caspian</groupId>
                        <artifactId>caspian-codegen</artifactId>
                        <version>%s</version>
                        <executions>
                          <execution>
                            <goals>
                              <goal>generate</goal>
                            </goals>
                          </execution>
                        </executions>
                      </plugin>
                    </plugins>
                  </build>
                </project>
                """.formatted(System.getProperty("caspian.version")));
    }

    private void append(String text) throws IOException {
        Path schema = project.resolve("prisma/schema.prisma");
        Files.writeString(schema, Files.readString(schema) + text);
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(project.resolve(name).getParent());
        Files.writeString(project.resolve(name), text);
    }

    /** Guards: the goals' descriptor and parameters; and in `InitMojo`, for what it says, `RelativeFiles` and `Wording`. */
    @Test
    void leadFromAnEmptyProjectToAMigratedDatabaseAndItsClient() throws IOException, InterruptedException {
        writePom();
        MavenRun init = run("caspian:init");
        assertDone(init);
        assertThat(init.output())
                .contains("\nWrote prisma/schema.prisma.\nWrote .env.\nWrote .gitignore.\n"
                        + "Next: describe a model in prisma/schema.prisma, or read those of a database that is there with"
                        + " mvn caspian:db-pull; then mvn caspian:migrate-dev -Dcaspian.name=init\n");

        append(MODEL);
        MavenRun developed = run(
                "caspian:validate",
                "caspian:format",
                "caspian:migrate-dev",
                "caspian:migrate-status",
                "caspian:generate-erd",
                "-Dcaspian.name=init");
        assertDone(developed);
        assertThat(project.resolve("prisma/migrations")).isDirectoryRecursivelyContaining("glob:**_init/migration.sql");
        assertThat(project.resolve("prisma/erd.md")).content().contains("Note");

        write("prisma/seed.sql", "INSERT INTO Note (text) VALUES ('seeded');");
        write("change.sql", "ALTER TABLE Note ADD COLUMN written TEXT; UPDATE Note SET written = text;");
        MavenRun changed = run(
                "generate-sources",
                "caspian:db-seed",
                "caspian:db-execute",
                "caspian:db-pull",
                "caspian:migrate-diff",
                "-Dcaspian.file=change.sql",
                "-Dcaspian.fromMigrations=prisma/migrations",
                "-Dcaspian.toSchema=prisma/schema.prisma",
                "-Dcaspian.script");
        assertDone(changed);
        assertThat(project.resolve("target/generated-sources/caspian/com/example/prisma/PrismaClient.java"))
                .exists();
        assertThat(project.resolve("prisma/schema.prisma")).content().containsPattern("written +String\\?");
        assertThat(changed.output()).contains("ALTER TABLE \"Note\" ADD COLUMN \"written\" TEXT;");
        assertThat(values("SELECT written FROM Note")).containsExactly("seeded");
    }

    @Test
    void recoverADatabaseThatWasChangedWithoutMigrations() throws IOException, InterruptedException {
        writePom();
        write("prisma/schema.prisma", "datasource db {\n  provider = \"sqlite\"\n}\n" + MODEL);
        write("prisma/migrations/20260101000000_init/migration.sql", """
                CREATE TABLE "Note" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "text" TEXT NOT NULL);
                """);
        assertDone(run("caspian:db-push"));
        assertThat(values("SELECT name FROM sqlite_schema WHERE name = '_prisma_migrations'"))
                .isEmpty();

        MavenRun refused = run("caspian:migrate-deploy");
        assertThat(refused.exitCode()).isOne();
        assertThat(refused.output())
                .contains("P3005: The database has tables but no history of migrations.")
                .contains("mvn caspian:migrate-resolve -Dcaspian.applied=<name>");

        assertDone(run(
                "caspian:migrate-resolve",
                "caspian:migrate-deploy",
                "caspian:migrate-status",
                "caspian:migrate-reset",
                "-Dcaspian.applied=20260101000000_init",
                "-Dcaspian.force"));
        assertThat(values("SELECT migration_name FROM _prisma_migrations WHERE applied_steps_count = 1"))
                .containsExactly("20260101000000_init");
    }

    private List<String> values(String query) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + project.resolve("prisma/dev.db"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void failWithThePlaceOfAMistakeAndNoStackTrace() throws IOException, InterruptedException {
        writePom();
        write(
                "prisma/schema.prisma",
                "datasource db {\n  provider = \"sqlite\"\n}\n\nmodel Note {\n  id Nothing @id\n}\n");
        MavenRun run = run("caspian:validate");
        assertThat(run.exitCode()).isOne();
        assertThat(run.output()).contains("prisma/schema.prisma:6").doesNotContain("\tat ");
    }
}
