package dev.caspian.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/**
 * Starts applications on files that cannot be a database of theirs, whether they migrate it or only use it. Guard of every
 * text: `SqliteOpenFailureAnalyzer`; without it others speak of connections and addresses.
 */
@ExtendWith(OutputCaptureExtension.class)
class UnusableFileTests {

    private static final TestDatabase SQLITE = TestDatabase.SQLITE;

    private static final String ADDRESS =
            " The address comes from `spring.datasource.url`, or else from `DATABASE_URL` in the environment or in the file"
                    + " `.env` of the working directory.";

    @TempDir
    private Path directory;

    private TestProject project;

    @BeforeEach
    void makeProject() throws IOException {
        project = new TestProject(SQLITE, directory.resolve("classes")).firstMigration();
    }

    @AfterEach
    void closeProject() throws IOException {
        project.close();
    }

    private FailedStart failedStart(CapturedOutput output, Path file, String mode) {
        return FailedStart.of(output, project, "file:" + file, "--caspian.migrate.mode=" + mode);
    }

    private static FailedStart expected(Path file, String reason, String action) {
        return new FailedStart("The database `" + file + "` cannot be opened: " + reason + ".", action + ADDRESS);
    }

    private void start(String... arguments) {
        SeedTests.start(project, "file:" + directory.resolve("notes.db"), FailedStart.Application.class, arguments)
                .close();
    }

    @Test
    void saysThatItIsAFolder(CapturedOutput output) {
        assertThat(failedStart(output, directory, "off"))
                .isEqualTo(expected(
                        directory,
                        "it is a folder",
                        "Give the address of a file in it, such as `" + directory + "/dev.db`."));
    }

    @Test
    void saysThatItsFolderIsAFile(CapturedOutput output) throws IOException {
        Path plain = Files.writeString(directory.resolve("plain.txt"), "x");
        Path file = plain.resolve("dev.db");
        assertThat(failedStart(output, file, "deploy"))
                .isEqualTo(expected(file, "`" + plain + "` is not a folder", "Correct the address of the database."));
    }

    @Test
    void saysThatItsFolderCannotBeMade(CapturedOutput output) throws IOException {
        Path folder = Files.writeString(directory.resolve("plain.txt"), "x").resolve("deep/er");
        Path file = folder.resolve("dev.db");
        assertThat(failedStart(output, file, "off"))
                .isEqualTo(expected(
                        file,
                        "the folder `" + folder + "` does not exist and cannot be made",
                        "Make it (`mkdir -p " + folder + "`), or correct the address."));
    }

    @Test
    void saysThatItIsNoDatabase(CapturedOutput output) throws IOException {
        Path file = Files.writeString(directory.resolve("letter.db"), "Dear database, ".repeat(500));
        assertThat(failedStart(output, file, "deploy"))
                .isEqualTo(
                        expected(file, "it is not a SQLite database", "Correct the address, or move the file away."));
    }

    /** Guard: `SqliteDataSource.requireWritable`. Without it the application starts, and fails when it first writes. */
    @ParameterizedTest
    @ValueSource(strings = {"deploy", "validate", "off"})
    void saysThatTheFileMayNotBeWritten(String mode, CapturedOutput output) throws IOException {
        Path file = directory.resolve("notes.db");
        start();
        try (ReadOnlyPath readOnly = ReadOnlyPath.make(file)) {
            assertThat(failedStart(output, readOnly.path(), mode))
                    .isEqualTo(expected(
                            file,
                            "this process may not read and write it",
                            "Give it the rights to the file (`chmod u+rw " + file
                                    + "`), on a disk that can be written. If"
                                    + " it is only to be read, say so in `spring.datasource.url`: `jdbc:sqlite:" + file
                                    + "?open_mode=1`."));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:sqlite:%s?open_mode=1", "jdbc:sqlite:file:%s?mode=ro"})
    void startsOnAFileThatIsOnlyToBeRead(String url) throws IOException {
        Path file = directory.resolve("notes.db");
        start();
        try (ReadOnlyPath readOnly = ReadOnlyPath.make(file)) {
            start("--caspian.migrate.mode=validate", "--spring.datasource.url=" + url.formatted(readOnly.path()));
        }
    }

    @Test
    void saysThatItsFolderMayNotBeWritten(CapturedOutput output) throws IOException {
        Path folder = Files.createDirectory(directory.resolve("data"));
        Path file = folder.resolve("notes.db");
        try (ReadOnlyPath readOnly = ReadOnlyPath.make(folder)) {
            assertThat(failedStart(output, readOnly.path().resolve("notes.db"), "off"))
                    .isEqualTo(expected(
                            file,
                            "this process may not write in the folder `" + folder + "`, as SQLite must for its journal",
                            "Give it the rights to the folder (`chmod u+rwx " + folder
                                    + "`), on a disk that can be written."));
        }
    }

    /** Guard: the case of `SQLITE_FULL` in `HistoryErrors`. */
    @Test
    void saysThatThereIsNoRoomForTheTables(CapturedOutput output) {
        FailedStart start = FailedStart.of(
                output,
                project,
                "file:x",
                "--spring.datasource.url=jdbc:sqlite:" + directory.resolve("small.db") + "?max_page_count=2");
        assertThat(start.description())
                .isEqualTo("The application did not start because of the migrations of its database.\n\n"
                        + "C3000: The database has no room for what its migrations write: [SQLITE_FULL] Insertion failed"
                        + " because database is full (database or disk is full). Make room on its disk, or raise"
                        + " `max_page_count` if that is set, and run this again.");
    }

    /** Guard: the case of `SQLITE_FULL` in `SqliteOpenException`. Only a superuser can make so small a disk. */
    @Test
    void saysThatThereIsNoRoomForTheFile(CapturedOutput output) throws IOException {
        Path disk = Files.createDirectory(directory.resolve("disk"));
        assumeTrue(done("mount", "-t", "tmpfs", "-o", "size=4k", "tmpfs", disk.toString()), "This user cannot mount");
        try {
            Path file = disk.resolve("notes.db");
            assertThat(failedStart(output, file, "off"))
                    .isEqualTo(expected(
                            file, "its disk is full", "Make room there (`df -h " + disk + "` shows how much)."));
        } finally {
            assertThat(done("umount", disk.toString())).isTrue();
        }
    }

    private static boolean done(String... command) {
        try {
            return new ProcessBuilder(command).start().onExit().join().exitValue() == 0;
        } catch (IOException e) {
            return abort("There is no `" + command[0] + "`: " + e.getMessage());
        }
    }

    /** A check makes no file; that the place is the wrong one is what it finds most often. */
    @Test
    void saysThatThereIsNoFileToCheck(CapturedOutput output) {
        Path file = directory.resolve("elsewhere.db");
        assertThat(failedStart(output, file, "validate"))
                .isEqualTo(
                        new FailedStart(
                                "The database `" + file + "` does not exist.",
                                "If it is another one, correct its address in `DATABASE_URL` or `spring.datasource.url`. Apply the"
                                        + " migrations with `mvn caspian:migrate-deploy`, or start once with"
                                        + " `caspian.migrate.mode=deploy`. `caspian.migrate.mode=off` starts without looking."));
        assertThat(file).doesNotExist();
    }
}
