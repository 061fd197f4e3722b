package dev.caspian.docs.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.boot.test.CaspianTest;
import dev.caspian.docs.guide.PrismaClient;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@CaspianTest
class NamedDatabaseTests {

    @TempDir
    private static Path directory;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("DATABASE_URL", () -> "file:" + directory.resolve("test.db"));
    }

    @Test
    void usesTheDatabaseThatItNames(@Autowired PrismaClient prisma) {
        assertThat(prisma.user().count()).isZero();
        assertThat(Files.exists(directory.resolve("test.db"))).isTrue();
    }
}
