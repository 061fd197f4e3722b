package dev.caspian.codegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitCommandTests {

    @TempDir
    Path folder;

    private final CommandRun command = new CommandRun();

    private int init(String... flags) {
        String[] arguments = new String[flags.length + 2];
        arguments[0] = "init";
        System.arraycopy(flags, 0, arguments, 1, flags.length);
        arguments[flags.length + 1] = folder.toString();
        return command.run(arguments);
    }

    @Test
    void aProjectBeginsWithASchemaAnAddressAndWhatGitLeavesOut() {
        assertThat(init()).isZero();
        assertThat(command.out())
                .isEqualTo("Wrote " + folder + "/prisma/schema.prisma.\nWrote " + folder + "/.env.\nWrote " + folder
                        + "/.gitignore.\n");
        assertThat(folder.resolve("prisma/schema.prisma")).content().contains("provider = \"sqlite\"");
        assertThat(folder.resolve(".env")).hasContent("DATABASE_URL=\"file:./prisma/dev.db\"");
        assertThat(folder.resolve(".gitignore")).hasContent(".env\n*.db\n*.db-shm\n*.db-wal");
    }

    @Test
    void whatItWritesIsValidAndFormatted() {
        assertThat(init("--with-model", "--package=com.example.shop.prisma")).isZero();
        String schema = "--schema=" + folder.resolve("prisma/schema.prisma");
        assertThat(command.run("validate", schema)).isZero();
        assertThat(command.run("format", "--check", schema)).isZero();
        assertThat(command.run(
                        "generate",
                        schema,
                        "--output=" + folder.resolve("sources"),
                        "--resources=" + folder.resolve("resources")))
                .isZero();
        assertThat(folder.resolve("sources/com/example/shop/prisma/User.java")).exists();
    }

    @Test
    void theAddressSaysWhichDatabaseItIs() {
        assertThat(init("--url=postgresql://alice:pw@localhost:5432/shop")).isZero();
        assertThat(folder.resolve("prisma/schema.prisma")).content().contains("provider = \"postgresql\"");
        assertThat(folder.resolve(".env")).hasContent("DATABASE_URL=\"postgresql://alice:pw@localhost:5432/shop\"");
    }

    @Test
    void anAddressOfAnotherDatabaseIsRefused() {
        assertThat(init("--datasource-provider=sqlite", "--url=mysql://a:secret@localhost/b"))
                .isEqualTo(1);
        assertThat(command.err()).isEqualTo("error: The address is not one of `sqlite`.\n");
        assertThat(init("--datasource-provider=oracle")).isEqualTo(1);
        assertThat(command.err()).contains("`oracle` is none of sqlite, postgresql");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatIsThereStaysAsItIs() throws IOException {
        Files.writeString(folder.resolve(".env"), "DATABASE_URL=file:./mine.db");
        Files.writeString(folder.resolve(".gitignore"), "target/\n.env");
        assertThat(init()).isZero();
        assertThat(folder.resolve(".env")).hasContent("DATABASE_URL=file:./mine.db");
        assertThat(folder.resolve(".gitignore")).hasContent("target/\n.env\n*.db\n*.db-shm\n*.db-wal");

        Files.writeString(folder.resolve("prisma/schema.prisma"), "// mine\n");
        assertThat(init()).isEqualTo(1);
        assertThat(command.err()).contains("There is a schema already").doesNotContain("Exception");
        assertThat(folder.resolve("prisma/schema.prisma")).hasContent("// mine");
    }
}
