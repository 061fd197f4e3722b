package demo;

import static org.assertj.core.api.Assertions.assertThat;

import demo.generated.PrismaClient;
import demo.generated.User;
import dev.caspian.boot.test.AutoConfigureCaspianDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Drives the running application over HTTP, with a database of its own. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureCaspianDatabase
class DemoApplicationTests {

    @LocalServerPort
    private int port;

    @Autowired
    private PrismaClient prisma;

    private RestTestClient http;

    @BeforeEach
    void connect() {
        http = RestTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
    }

    private RestTestClient.ResponseSpec send(HttpMethod method, String path, Object body) {
        return http.method(method)
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private String alice() {
        return prisma.user()
                .findUniqueOrThrow(User.EMAIL.eq("alice@example.com"))
                .id();
    }

    private String idOf(RestTestClient.ResponseSpec created) {
        Map<?, ?> body = created.expectStatus()
                .isCreated()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        assertThat(body).isNotNull();
        return (String) body.get("id");
    }

    @Test
    void servesThePage() {
        http.get()
                .uri("/")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(page -> assertThat(page).contains("<title>Caspian demo</title>", "app.js"));
    }

    @Test
    void writesPublishesFindsAndDeletesAPost() {
        String id =
                idOf(send(HttpMethod.POST, "/api/posts", Map.of("title", "100% of <b>it</b>", "authorId", alice())));
        http.get()
                .uri("/api/posts?search={text}&published=false", "100% OF")
                .exchange()
                .expectBody()
                .jsonPath("$.length()")
                .isEqualTo(1)
                .jsonPath("$[0].title")
                .isEqualTo("100% of <b>it</b>")
                .jsonPath("$[0].author.name")
                .isEqualTo("Alice")
                .jsonPath("$[0].author.loginCount")
                .doesNotExist();
        send(HttpMethod.PATCH, "/api/posts/" + id, Map.of("published", true))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.published")
                .isEqualTo(true)
                .jsonPath("$.title")
                .isEqualTo("100% of <b>it</b>");
        http.delete().uri("/api/posts/" + id).exchange().expectStatus().isNoContent();
        http.get()
                .uri("/api/posts/" + id)
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("P2025");
    }

    @Test
    void pagesThroughPosts() {
        List<Object> first = posts("/api/posts?size=2");
        List<Object> second = posts("/api/posts?size=2&page=1");
        assertThat(first).hasSize(2);
        assertThat(second).isNotEmpty().doesNotContainAnyElementsOf(first);
    }

    private List<Object> posts(String path) {
        List<Object> found = http.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(new ParameterizedTypeReference<List<Object>>() {})
                .returnResult()
                .getResponseBody();
        assertThat(found).isNotNull();
        return found;
    }

    @Test
    void keepsNeitherPostNorLogWhenTheAuthorIsUnknown() {
        long logs = prisma.log().count();
        send(HttpMethod.POST, "/api/posts", Map.of("title", "Nobody's", "authorId", "nobody"))
                .expectStatus()
                .isEqualTo(422)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("P2003");
        assertThat(prisma.log().count()).isEqualTo(logs);
    }

    @Test
    void refusesWhatIsNotValidAndSaysWhy() {
        send(HttpMethod.POST, "/api/posts", Map.of("title", " ", "authorId", alice()))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors.title")
                .isEqualTo("must not be blank");
        send(HttpMethod.POST, "/api/users", Map.of("email", "no address"))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors.email")
                .exists();
        http.get().uri("/api/posts?size=0").exchange().expectStatus().isBadRequest();
        http.get().uri("/api/logs?before=yesterday").exchange().expectStatus().isOk();
        http.delete()
                .uri("/api/logs?before=yesterday")
                .exchange()
                .expectStatus()
                .isBadRequest();
        http.delete().uri("/api/logs").exchange().expectStatus().isBadRequest();
    }

    @Test
    void createsUsersOnceAndCountsTheirLogins() {
        var carol = Map.of("email", "carol@elsewhere.example", "name", "Carol", "role", "editor");
        String id = idOf(send(HttpMethod.POST, "/api/users", carol));
        send(HttpMethod.POST, "/api/users", carol)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("P2002");
        http.post()
                .uri("/api/users/" + id + "/logins")
                .exchange()
                .expectStatus()
                .isOk();
        http.post()
                .uri("/api/users/" + id + "/logins")
                .exchange()
                .expectBody()
                .jsonPath("$.loginCount")
                .isEqualTo(2);
        send(HttpMethod.PUT, "/api/users/" + id + "/name", Map.of())
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.name")
                .isEmpty();
        http.get()
                .uri("/api/users/" + id)
                .exchange()
                .expectBody()
                .jsonPath("$.userRole.name")
                .isEqualTo("editor")
                .jsonPath("$.posts.length()")
                .isEqualTo(0);
        http.get()
                .uri("/api/users/search?domain=elsewhere.example")
                .exchange()
                .expectBody()
                .jsonPath("$.length()")
                .isEqualTo(1)
                .jsonPath("$[0].id")
                .isEqualTo(id);
        http.delete().uri("/api/users/" + id).exchange().expectStatus().isNoContent();
        http.post()
                .uri("/api/users/" + id + "/logins")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void countsPostsOfUsers() {
        http.get()
                .uri("/api/users")
                .exchange()
                .expectBody()
                .jsonPath("$[0].email")
                .isEqualTo("alice@example.com")
                .jsonPath("$[0]._count.posts")
                .isNumber();
    }

    @Test
    void addsTodosWithoutDuplicatesAndClearsWhatIsDone() {
        var titles = Map.of("titles", List.of("Buy milk", "Walk dog"));
        send(HttpMethod.POST, "/api/todos", titles)
                .expectBody()
                .jsonPath("$.count")
                .isEqualTo(2);
        send(HttpMethod.POST, "/api/todos", Map.of("titles", List.of("Buy milk", "Sleep")))
                .expectBody()
                .jsonPath("$.count")
                .isEqualTo(1);
        String id = prisma.todo()
                .findFirstOrThrow(demo.generated.Todo.TITLE.eq("Walk dog"))
                .id();
        send(HttpMethod.PATCH, "/api/todos/" + id, Map.of("done", true))
                .expectStatus()
                .isOk();
        send(HttpMethod.PATCH, "/api/todos/" + id, Map.of())
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.done")
                .isEqualTo(true);
        // Red without the starter's advice: 500.
        send(HttpMethod.PATCH, "/api/todos/" + id, Map.of("title", "Something else"))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("`Todo.title` was sent, and is not among the fields that this call may change.");
        send(HttpMethod.PATCH, "/api/todos/" + id, Map.of("done", "maybe"))
                .expectStatus()
                .isBadRequest();
        send(HttpMethod.PATCH, "/api/todos/" + id, "{\"done\":null}")
                .expectStatus()
                .isBadRequest();
        http.delete()
                .uri("/api/todos")
                .exchange()
                .expectBody()
                .jsonPath("$.count")
                .isEqualTo(1);
        send(HttpMethod.POST, "/api/todos", Map.of("titles", List.of("")))
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void calculatesStatisticsInTheDatabase() {
        http.get()
                .uri("/api/sales/statistics?status=completed")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.count")
                .isEqualTo(5)
                .jsonPath("$.total")
                .isEqualTo(4335.65)
                .jsonPath("$.averageRating")
                .isEqualTo(4.36)
                .jsonPath("$.regions[0].region")
                .isEqualTo("West")
                .jsonPath("$.regions.length()")
                .isEqualTo(4);
        http.get()
                .uri("/api/sales/statistics?status=returned")
                .exchange()
                .expectBody()
                .jsonPath("$.count")
                .isEqualTo(0)
                .jsonPath("$.total")
                .isEmpty();
        send(HttpMethod.POST, "/api/sales", Map.of("region", "East", "amount", -1, "status", "sold"))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors.amount")
                .exists()
                .jsonPath("$.errors.status")
                .isEqualTo("must be open or completed");
    }

    @Test
    void forgetsOldLogs() {
        prisma.log().create(log -> log.action("OLD").createdAt(java.time.Instant.parse("2001-01-01T00:00:00Z")));
        http.delete()
                .uri("/api/logs?before=2002-01-01T00:00:00Z")
                .exchange()
                .expectBody()
                .jsonPath("$.count")
                .isEqualTo(1);
    }

    @Test
    void tellsThatItsDatabaseIsUp() {
        http.get()
                .uri("/actuator/health")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("UP")
                .jsonPath("$.components.db.status")
                .isEqualTo("UP")
                .jsonPath("$.components.db.details.database")
                .isEqualTo("SQLite");
    }

    @Test
    void tellsOfItsMigrationsAndOperations() {
        send(HttpMethod.POST, "/api/posts", Map.of("title", "Looking for me?", "authorId", alice()));
        http.get()
                .uri("/actuator/caspian")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.clients[0].name")
                .isEqualTo(PrismaClient.class.getName())
                .jsonPath("$.databases[0].applied.length()")
                .isEqualTo(1)
                .jsonPath("$.databases[0].pending")
                .isEmpty()
                .jsonPath("$.databases[0].drift")
                .isEmpty()
                .jsonPath("$.operations[?(@.operation == 'Post.create' && @.count > 0)]")
                .isNotEmpty()
                .jsonPath("$")
                .value(Map.class, report -> assertThat(report.toString()).doesNotContain("Looking for me?"));
        http.get()
                .uri("/actuator/metrics/caspian.query?tag=model:Post&tag=operation:create")
                .exchange()
                .expectBody()
                .jsonPath("$.measurements[0].value")
                .value(Double.class, count -> assertThat(count).isGreaterThanOrEqualTo(1));
    }

    @Test
    void showsTheSqlOfTheLastRequestWithoutValues() {
        send(HttpMethod.POST, "/api/posts", Map.of("title", "Looking for me?", "authorId", alice()));
        http.get()
                .uri("/api/statements")
                .exchange()
                .expectBody()
                .jsonPath("$[0].method")
                .isEqualTo("POST")
                .jsonPath("$[0].statements[0].sql")
                .value(
                        String.class,
                        sql -> assertThat(sql)
                                .startsWith("INSERT INTO")
                                .contains("\"Post\"", "?")
                                .doesNotContain("Looking for me?"));
    }
}
