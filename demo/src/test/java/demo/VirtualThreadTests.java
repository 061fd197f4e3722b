package demo;

import static org.assertj.core.api.Assertions.assertThat;

import demo.generated.PrismaClient;
import demo.generated.User;
import dev.caspian.client.BundledSchema;
import dev.caspian.client.ClientOptions;
import dev.caspian.diagnostic.SourceFile;
import dev.caspian.execute.QueryListener;
import dev.caspian.migrate.DiffSource;
import dev.caspian.migrate.PrismaMigrate;
import dev.caspian.pin.PinnedThreads;
import dev.caspian.provider.Provider;
import dev.caspian.psl.SchemaCompiler;
import dev.caspian.schema.Schema;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * A thousand requests at once, each on a virtual thread, with a pool of ten connections.
 *
 * <p>Guard: nothing of Caspian waits where it cannot leave its carrier. What JDK 21 to 23 see as well, and later ones no
 * longer, are waits in {@code synchronized}.
 */
@EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "There are no virtual threads")
class VirtualThreadTests {

    private static final int REQUESTS = 1_000;

    @TempDir
    private Path directory;

    @Test
    void answerAllRequestsOnSqlite() throws Exception {
        answerAllRequests("DATABASE_URL=file:" + directory.resolve("demo.db"), "deploy", DemoApplication.class);
    }

    @Test
    void answerAllRequestsOnPostgresql() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            String address = "spring.datasource.url=" + server.getJdbcUrl("postgres", "postgres");
            answerAllRequests(address, "off", DemoApplication.class, OnPostgresql.class);
        }
    }

    /** The client, told that its tables are on PostgreSQL, where it makes them. */
    static class OnPostgresql {

        @Bean
        PrismaClient prismaClient(DataSource dataSource, PlatformTransactionManager manager, QueryListener listener)
                throws IOException {
            Schema schema = schema();
            new JdbcTemplate(dataSource)
                    .execute(new PrismaMigrate(Provider.POSTGRESQL)
                            .diff(DiffSource.empty(), DiffSource.of(schema))
                            .script());
            return new PrismaClient(ClientOptions.of(dataSource)
                    .transactionManager(manager)
                    .onQuery(listener)
                    .schema(schema));
        }

        private static Schema schema() throws IOException {
            try (InputStream resource = PrismaClient.class.getResourceAsStream(BundledSchema.SOURCE)) {
                assertThat(resource).isNotNull();
                String text = new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                        .replace("\"sqlite\"", "\"postgresql\"");
                return SchemaCompiler.compile(List.of(new SourceFile(BundledSchema.SOURCE, text)))
                        .orThrow();
            }
        }
    }

    private static void answerAllRequests(String address, String mode, Class<?>... sources) throws Exception {
        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(sources)
                        .registerShutdownHook(false)
                        .run(
                                "--spring.threads.virtual.enabled=true",
                                "--server.port=0",
                                "--server.tomcat.accept-count=" + REQUESTS,
                                "--caspian.migrate.mode=" + mode,
                                "--" + address);
                PinnedThreads watch = new PinnedThreads()) {
            PrismaClient prisma = application.getBean(PrismaClient.class);
            String port = application.getEnvironment().getProperty("local.server.port");
            long posts = prisma.post().count();

            List<HttpResponse<String>> answers = send(port, alice(prisma).id());

            assertThat(answers)
                    .hasSize(REQUESTS)
                    .extracting(HttpResponse::statusCode)
                    .containsOnly(200, 201);
            assertThat(prisma.post().count()).isEqualTo(posts + REQUESTS / 4);
            assertThat(alice(prisma).loginCount()).isEqualTo(REQUESTS / 4);
            PinnedThreads.Seen seen = watch.end();
            assertThat(seen.threads()).isGreaterThanOrEqualTo(REQUESTS);
            assertThat(seen.pinnedIn("dev.caspian")).isEmpty();
        }
    }

    private static User alice(PrismaClient prisma) {
        return prisma.user().findUniqueOrThrow(User.EMAIL.eq("alice@example.com"));
    }

    private static List<HttpResponse<String>> send(String port, String user) throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < REQUESTS; i += 4) {
            for (HttpRequest.Builder request : List.of(
                    HttpRequest.newBuilder(uri(port, "/api/posts")).GET(),
                    HttpRequest.newBuilder(uri(port, "/api/users")).GET(),
                    HttpRequest.newBuilder(uri(port, "/api/users/" + user + "/logins"))
                            .POST(BodyPublishers.noBody()),
                    HttpRequest.newBuilder(uri(port, "/api/posts"))
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(
                                    "{\"title\": \"Number " + i + "\", \"authorId\": \"" + user + "\"}")))) {
                answers.add(http.sendAsync(request.build(), BodyHandlers.ofString()));
            }
        }
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).get(5, TimeUnit.MINUTES);
        return answers.stream().map(CompletableFuture::join).toList();
    }

    private static URI uri(String port, String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
