package dev.caspian.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.caspian.behaviour.client.PrismaClient;
import dev.caspian.behaviour.client.User;
import dev.caspian.client.ClientOptions;
import dev.caspian.diagnostic.SourceFile;
import dev.caspian.migrate.DiffSource;
import dev.caspian.migrate.PrismaMigrate;
import dev.caspian.psl.SchemaCompiler;
import dev.caspian.psl.SchemaFormatter;
import dev.caspian.reliability.Soak;
import dev.caspian.schema.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A large schema, in a process of 512 MB; with {@code -Dcaspian.soak} one of 2,000 models, within half a minute. */
class LargeSchemaTests {

    private static final int MODELS = Soak.choose(200, 2_000);

    /** That of the other tests, and many models, each of which refers to the one before it. */
    private static String text(TestDatabase database) {
        try (var behaviour = LargeSchemaTests.class.getResourceAsStream("/behaviour.prisma")) {
            StringBuilder text = new StringBuilder(new String(behaviour.readAllBytes(), StandardCharsets.UTF_8)
                    .replace(
                            "provider = \"sqlite\"",
                            "provider = \"" + database.provider().prismaName() + "\""));
            for (int i = 0; i < MODELS; i++) {
                text.append("""

                        model M%1$d {
                          id Int @id @default(autoincrement())
                          name String @unique
                          kind K%1$d @default(A)
                          made DateTime @default(now())
                          before M%2$d? @relation(fields: [beforeId], references: [id])
                          beforeId Int?
                          next M%3$d[]
                          @@index([name, kind])
                        }

                        enum K%1$d {
                          A
                          B
                        }
                        """.formatted(i, (i + MODELS - 1) % MODELS, (i + 1) % MODELS));
            }
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @EnumSource
    void isFormattedCompiledQueriedAndMigrated(TestDatabase database) {
        long start = System.nanoTime();
        String text = SchemaFormatter.format(text(database));
        assertThat(SchemaFormatter.format(text)).isEqualTo(text);
        Schema schema = SchemaCompiler.compile(List.of(new SourceFile("schema.prisma", text)))
                .orThrow();
        assertThat(schema.models()).hasSizeGreaterThan(MODELS);
        String script = new PrismaMigrate(database.provider())
                .diff(DiffSource.empty(), DiffSource.of(schema))
                .script();
        assertThat(script.split("CREATE TABLE", -1)).hasSizeGreaterThan(MODELS);
        try (HikariDataSource dataSource = database.create()) {
            new PrismaMigrate(database.provider()).execute(dataSource, "empty.sql", script);
            PrismaClient prisma = new PrismaClient(ClientOptions.of(dataSource).schema(schema));
            prisma.user().create(u -> u.email("a@x").posts(p -> p.create(c -> c.title("a"))));
            assertThat(prisma.user().findMany(q -> q.include(User.POSTS)))
                    .singleElement()
                    .satisfies(user -> assertThat(user.posts()).hasSize(1));
            assertThat(new PrismaMigrate(database.provider())
                            .drift(dataSource, schema)
                            .empty())
                    .isTrue();
        }
        Soak.requireAtMost(Duration.ofSeconds(30), database + ", a schema of " + MODELS + " models", start);
    }
}
