package dev.caspian.codegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.codegen.support.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class GenerateWatchTests {

    private static final String USER = Schemas.onSqlite("model User {\n  id Int @id\n}\n");

    @TempDir
    Path folder;

    private final CommandRun command = new CommandRun();
    private Thread watch;

    private Path watched(String text) throws IOException {
        Path schema = Files.writeString(folder.resolve("schema.prisma"), text);
        watch = new Thread(() -> command.run(
                "generate",
                "--watch",
                "--schema=" + schema,
                "--package=x",
                "--output=" + folder.resolve("sources"),
                "--resources=" + folder.resolve("resources")));
        watch.start();
        return schema;
    }

    @AfterEach
    void interrupted() throws InterruptedException {
        watch.interrupt();
        watch.join();
    }

    private void until(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            assertThat(watch.isAlive()).isTrue();
            Thread.sleep(20);
        }
    }

    private boolean says(String text) {
        return (command.out() + command.err()).contains(text);
    }

    @Test
    void aChangeOfTheSchemaGeneratesAgain() throws Exception {
        Path schema = watched(USER);
        until(() -> says("Generated x.PrismaClient"));
        assertThat(folder.resolve("sources/x/Post.java")).doesNotExist();

        Files.writeString(schema, USER + "model Post {\n  id Int @id\n}\n");
        until(() -> Files.exists(folder.resolve("sources/x/Post.java")));
    }

    @Test
    void aMistakeIsShownAndTheWatchGoesOn() throws Exception {
        Path schema = watched(USER);
        until(() -> says("Generated x.PrismaClient"));

        Files.writeString(schema, USER.replace("Int", "Itn"));
        until(() -> says("The type `Itn` does not exist"));

        Files.writeString(schema, USER.replace("Int", "String"));
        until(() -> says("into " + folder.resolve("sources") + ".\nGenerated"));
    }
}
