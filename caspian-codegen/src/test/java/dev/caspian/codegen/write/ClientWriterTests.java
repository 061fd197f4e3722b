package dev.caspian.codegen.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caspian.codegen.ClientGenerator;
import dev.caspian.codegen.project.ClientGeneration;
import dev.caspian.codegen.project.ClientGeneration.Outcome;
import dev.caspian.codegen.project.PackageChoice;
import dev.caspian.codegen.support.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientWriterTests {

    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

    @TempDir
    Path folder;

    private Path schema;

    @BeforeEach
    void writeSchema() throws IOException {
        schema = Files.writeString(folder.resolve("schema.prisma"), Schemas.read("mission"));
    }

    private Outcome generate(String packageName, String memory) throws IOException {
        ClientWriter writer =
                new ClientWriter(folder.resolve("sources"), folder.resolve("resources"), folder.resolve(memory));
        return new ClientGeneration(schema, folder, new PackageChoice(packageName, null), writer).run();
    }

    private Outcome generate() throws IOException {
        return generate("a.b", "memory");
    }

    private Path source(String name) {
        return folder.resolve("sources/a/b/" + name + ".java");
    }

    private Path index() {
        return folder.resolve("resources/" + ClientGenerator.CLIENT_INDEX);
    }

    private void changeSchema(String from, String to) throws IOException {
        String text = Files.readString(schema);
        assertThat(text).contains(from);
        Files.writeString(schema, text.replace(from, to));
    }

    private void age() throws IOException {
        try (var files = Files.walk(folder.resolve("sources"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(file, LONG_AGO);
            }
        }
    }

    private boolean isUntouched(Path file) throws IOException {
        return Files.getLastModifiedTime(file).equals(LONG_AGO);
    }

    @Test
    void doesNothingWhereNothingChanged() throws IOException {
        assertThat(generate().wasUpToDate()).isFalse();
        age();
        assertThat(generate().wasUpToDate()).isTrue();
        assertThat(isUntouched(source("User"))).isTrue();
    }

    @Test
    void touchesOnlyWhatChanged() throws IOException {
        generate();
        age();
        changeSchema("  done  Boolean", "  due   DateTime?\n  done  Boolean");
        assertThat(generate().wasUpToDate()).isFalse();
        assertThat(isUntouched(source("User"))).isTrue();
        assertThat(isUntouched(source("Todo"))).isFalse();
        assertThat(source("Todo")).content().contains("DUE");
        assertThat(folder.resolve("resources/a/b/schema.prisma")).content().contains("due   DateTime?");
    }

    @Test
    void removesWhatIsNoLongerGenerated() throws IOException {
        generate();
        Path own = Files.writeString(source("Mine"), "// not generated");
        changeSchema("model Todo {", "model Task {");
        generate();
        assertThat(source("Task")).exists();
        assertThat(source("Todo")).doesNotExist();
        assertThat(source("TodoCreate")).doesNotExist();
        assertThat(own).exists();
    }

    @Test
    void movesTheClientToAnotherPackage() throws IOException {
        generate("a.b", "memory");
        generate("a.c", "memory");
        assertThat(folder.resolve("sources/a/b")).doesNotExist();
        assertThat(folder.resolve("sources/a/c/User.java")).exists();
        assertThat(index()).hasContent("a.c.PrismaClient$Factory\n");
    }

    @Test
    void writesAgainWhatWasChangedOrRemoved() throws IOException {
        generate();
        Files.delete(source("User"));
        Files.writeString(source("Post"), "changed by hand");
        Files.delete(index());
        assertThat(generate().wasUpToDate()).isFalse();
        assertThat(source("User")).exists();
        assertThat(source("Post")).content().contains("final class Post");
        assertThat(index()).hasContent("a.b.PrismaClient$Factory\n");
    }

    @Test
    void listsEveryClientOfAModule() throws IOException {
        generate("a.b", "first");
        generate("a.c", "second");
        assertThat(index()).hasContent("a.b.PrismaClient$Factory\na.c.PrismaClient$Factory\n");
        assertThat(generate("a.b", "first").wasUpToDate()).isTrue();
    }

    @Test
    void leavesEverythingAsItWasWhenTheSchemaIsBroken() throws IOException {
        generate();
        age();
        changeSchema("name       String?", "name       Strin?");
        assertThatThrownBy(this::generate)
                .hasMessageContaining("schema.prisma:14:14")
                .hasMessageContaining("name       Strin?");
        assertThat(isUntouched(source("User"))).isTrue();
    }

    @Test
    void readsAMemoryThatItDoesNotUnderstandAsNone() throws IOException {
        Files.writeString(folder.resolve("memory"), "something\nelse\naltogether\n");
        assertThat(generate().wasUpToDate()).isFalse();
        assertThat(generate().wasUpToDate()).isTrue();
    }

    @Test
    void joinsTheFilesOfAFolder() throws IOException {
        Path several = Files.createDirectory(folder.resolve("several"));
        Files.writeString(several.resolve("a.prisma"), Schemas.onSqlite("model A {\n  id Int @id\n}"));
        Files.writeString(several.resolve("b.prisma"), "model B {\n  id Int @id\n}");
        schema = several;
        generate();
        assertThat(source("A")).exists();
        assertThat(source("B")).exists();
        assertThat(folder.resolve("resources/a/b/schema.prisma")).content().contains("model A {", "model B {");
    }

    @Test
    void namesAProblemWithItsPlace() throws IOException {
        changeSchema("  region String", "  region String\n  class  String?");
        assertThat(generate().warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.message())
                    .isEqualTo("`Sales.class` is called `class_()` in Java, where `class` has a meaning of its own.");
            assertThat(warning.span().toString()).isEqualTo("schema.prisma:55:3");
        });
    }
}
