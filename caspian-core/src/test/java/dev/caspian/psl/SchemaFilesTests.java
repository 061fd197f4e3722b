package dev.caspian.psl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caspian.diagnostic.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaFilesTests {

    @TempDir
    Path folder;

    private Path write(String name, String text) throws IOException {
        Path path = folder.resolve(name);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text);
    }

    private static void assertRefused(FileRule rule, ThrowingCallable read) {
        assertThatThrownBy(read)
                .isInstanceOfSatisfying(
                        InvalidSchemaException.class,
                        invalid -> assertThat(invalid.errors())
                                .singleElement()
                                .satisfies(error -> assertThat(error.rule()).isEqualTo(rule)));
    }

    private static FileRule refusal(String text) {
        return (FileRule) SchemaCompiler.compile(List.of(new SourceFile("schema.prisma", text)))
                .errors()
                .get(0)
                .rule();
    }

    @Test
    void readsASingleFile() throws IOException {
        Path file = write("schema.prisma", "model User {}");

        assertThat(SchemaFiles.read(file)).containsExactly(new SourceFile(file.toString(), "model User {}"));
    }

    @Test
    void readsEveryFileBelowAFolderInOrder() throws IOException {
        write("b.prisma", "b");
        write("a/z.prisma", "z");
        write("notes.txt", "no schema");

        assertThat(SchemaFiles.read(folder)).extracting(SourceFile::text).containsExactly("z", "b");
    }

    @Test
    void compilesAFolderAsOneSchema() throws IOException {
        write("user.prisma", "model User {\n  id Int @id\n  posts Post[]\n}\n");
        write("post.prisma", "model Post {\n  id Int @id\n  userId Int\n  user Usr\n}\n");

        assertThat(SchemaCompiler.compile(SchemaFiles.read(folder)).errors())
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.span().file().name()).endsWith("post.prisma");
                    assertThat(error.span().line()).isEqualTo(4);
                });
    }

    @Test
    void refusesAMissingFile() {
        assertRefused(FileRule.NO_FILE, () -> SchemaFiles.read(folder.resolve("schema.prisma")));
    }

    @Test
    void refusesAFolderWithoutSchema() {
        assertRefused(FileRule.NO_FILE_IN_FOLDER, () -> SchemaFiles.read(folder));
    }

    @Test
    void refusesWhatIsNoText() throws IOException {
        Path file = Files.write(folder.resolve("schema.prisma"), "/// ä".getBytes(StandardCharsets.ISO_8859_1));

        assertRefused(FileRule.NOT_TEXT, () -> SchemaFiles.read(file));
    }

    @Test
    void refusesWhatIsLargerThanAnySchema() throws IOException {
        String large = "//\n".repeat(2 * 1024 * 1024);
        Path file = write("schema.prisma", large);

        assertRefused(FileRule.TOO_LARGE, () -> SchemaFiles.read(file));
        assertThat(refusal(large)).isEqualTo(FileRule.TOO_LARGE);
    }

    @Test
    void refusesAnEmptySchemaAndAByteOrderMark() {
        assertThat(refusal("  \n\n")).isEqualTo(FileRule.EMPTY_SCHEMA);
        assertThat(refusal("\uFEFFmodel User {\n  id Int @id\n}\n")).isEqualTo(FileRule.BYTE_ORDER_MARK);
    }

    @Test
    void refusesWhatItMayNotRead() throws IOException {
        Path loop = folder.resolve("loop");
        Files.createSymbolicLink(loop, folder);

        assertRefused(FileRule.UNREADABLE, () -> SchemaFiles.read(folder));
    }
}
