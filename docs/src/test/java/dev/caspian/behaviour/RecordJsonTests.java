package dev.caspian.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caspian.behaviour.client.Post;
import dev.caspian.behaviour.client.Role;
import dev.caspian.behaviour.client.User;
import dev.caspian.error.FieldNotLoadedException;
import dev.caspian.query.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Records as Json are what was loaded, and nothing else, in both directions. */
class RecordJsonTests extends Behaviour {

    private static final String PRECISE = "12345678901234567890.123456789";

    private User written() {
        return prisma.user()
                .create(u -> u.email("ann@example.com")
                        .role(Role.ADMIN)
                        .age(7)
                        .balance(new BigDecimal("12.5"))
                        .score(0.5)
                        .big(Long.MAX_VALUE)
                        .settings(Json.parse("{\"a\":[1.10,{\"b\":null}],\"n\":" + PRECISE + "}"))
                        .photo(new byte[] {1, 2, -1})
                        .createdAt(Instant.parse("2026-01-31T12:00:00.250Z"))
                        .updatedAt(Instant.parse("2026-02-01T00:00:00Z")));
    }

    @ParameterizedTest
    @EnumSource
    void everyScalarIsWrittenAsItsKind(Jackson jackson) throws IOException {
        User user = prisma.user()
                .findUniqueOrThrow(
                        User.ID.eq(written().id()),
                        q -> q.select(
                                User.EMAIL,
                                User.NAME,
                                User.ROLE,
                                User.AGE,
                                User.BALANCE,
                                User.SCORE,
                                User.BIG,
                                User.ACTIVE,
                                User.PHOTO,
                                User.CREATED_AT,
                                User.UPDATED_AT));
        assertThat(jackson.write(user))
                .isEqualTo("{\"email\":\"ann@example.com\",\"name\":null,\"role\":\"ADMIN\",\"age\":7,\"balance\":12.5,"
                        + "\"score\":0.5,\"big\":9223372036854775807,\"active\":true,\"photo\":\"AQL/\","
                        + "\"createdAt\":\"2026-01-31T12:00:00.250Z\",\"updatedAt\":\"2026-02-01T00:00:00Z\"}");
    }

    // Red without `@JsonProperty` on the constants whose names differ: this value is called `default_` in Java.
    @ParameterizedTest
    @EnumSource
    void enumsHaveTheNamesOfTheSchema(Jackson jackson) throws IOException {
        User user = User.of(User.ROLE.value(Role.default_));
        assertThat(jackson.write(user)).isEqualTo("{\"role\":\"default\"}");
        assertThat(jackson.read("{\"role\":\"default\"}", User.class)).isEqualTo(user);
    }

    @ParameterizedTest
    @EnumSource
    void documentsArePartOfTheJson(Jackson jackson) throws IOException {
        User user = User.of(User.SETTINGS.value(Json.parse("{\"n\":" + PRECISE + ",\"x\":[1.10,null]}")));
        String json = "{\"settings\":{\"n\":" + PRECISE + ",\"x\":[1.10,null]}}";
        assertThat(jackson.write(user)).isEqualTo(json);
        // Red where a document is read as a tree, whose numbers are doubles.
        assertThat(jackson.read(json, User.class).settings()).isEqualTo(user.settings());
    }

    @ParameterizedTest
    @EnumSource
    void aRecordThatWasReadBackEqualsTheOneThatWasWritten(Jackson jackson) throws IOException {
        User author = written();
        prisma.post().create(p -> p.title("One").authorId(author.id()).editorId(author.id()));
        prisma.post().create(p -> p.title("Two").authorId(author.id()));
        User user = prisma.user()
                .findUniqueOrThrow(
                        User.ID.eq(author.id()),
                        q -> q.omit(User.AGE, User.SETTINGS)
                                .include(
                                        User.POSTS
                                                .orderBy(Post.TITLE.asc())
                                                .include(Post.EDITOR.select(User.ID, User.PHOTO)),
                                        User.PROFILE,
                                        User.POSTS.count(),
                                        User.EDITED.count()));
        User read = jackson.read(jackson.write(user), User.class);
        assertThat(read).isEqualTo(user);
        assertThat(read.posts().get(0).editor()).isNotNull();
        assertThat(read.posts().get(1).editor()).isNull();
        assertThat(read.profile()).isNull();
        assertThat(read.count(User.POSTS)).isEqualTo(2);
        assertThat(read.count(User.EDITED)).isEqualTo(1);
        assertThat(read.posts()).isUnmodifiable();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsAbsentIsNotLoadedAndNullIsNull(Jackson jackson) throws IOException {
        User user = jackson.read("{\"name\":null,\"email\":\"a\"}", User.class);
        assertThat(user.email()).isEqualTo("a");
        assertThat(user.name()).isNull();
        assertThatExceptionOfType(FieldNotLoadedException.class).isThrownBy(user::age);
        assertThatExceptionOfType(FieldNotLoadedException.class).isThrownBy(user::posts);
        assertThatExceptionOfType(FieldNotLoadedException.class).isThrownBy(() -> user.count(User.POSTS));
        assertThat(jackson.write(user)).isEqualTo("{\"email\":\"a\",\"name\":null}");
    }

    // Red without `optional(…)` in the generated `fromJson`, and the check of it in `JsonRow` and `RecordReader`.
    @ParameterizedTest
    @EnumSource
    void whatIsRequiredIsNotNull(Jackson jackson) {
        for (String field : List.of("email", "role", "balance", "active", "createdAt")) {
            assertThatThrownBy(() -> jackson.read("{\"" + field + "\":null}", User.class))
                    .as(field)
                    .hasMessageContaining("`User." + field + "` must be ")
                    .hasMessageContaining("It is required, and was null.");
        }
        assertThatThrownBy(() -> jackson.read("{\"author\":null}", Post.class))
                .hasMessageContaining("`Post.author` must be a record. It is required, and was null.");
        assertThatThrownBy(() -> jackson.read("{\"posts\":null}", User.class))
                .hasMessageContaining("`User.posts` must be a list of records.");
        assertThatThrownBy(() -> jackson.read("{\"posts\":[null]}", User.class))
                .hasMessageContaining("`User.posts` must be a list of records. One of its elements was null.");
    }

    // Red where Jackson's own error is thrown on, which quotes what it could not read.
    @ParameterizedTest
    @EnumSource
    void aWrongTypeIsToldWithoutTheValue(Jackson jackson) {
        for (String field : List.of(
                "age", "role", "balance", "score", "big", "active", "photo", "createdAt", "id", "_count", "email")) {
            for (String value : List.of("\"?secret\"", "{\"secret\":1}")) {
                if (field.equals("email") && value.startsWith("\"")) {
                    continue;
                }
                assertThatThrownBy(() -> jackson.read("{\"" + field + "\":" + value + "}", User.class))
                        .as(field + " as " + value)
                        .hasMessageContaining("`User." + field + "` must ")
                        .message()
                        .doesNotContain("secret");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void anErrorInARelatedRecordNamesTheWay(Jackson jackson) {
        assertThatThrownBy(() -> jackson.read("{\"posts\":[{\"author\":{\"age\":\"x\"}}]}", User.class))
                .hasMessageContaining("`User.age` must be a whole number of 32 bits.")
                .hasMessageContaining("posts")
                .hasMessageContaining("author");
        for (String json : List.of("{\"author\":\"secret\"}", "{\"author\":[\"secret\"]}")) {
            assertThatThrownBy(() -> jackson.read(json, Post.class))
                    .hasMessageContaining("author")
                    .message()
                    .doesNotContain("secret");
        }
        for (String json :
                List.of("{\"posts\":\"secret\"}", "{\"posts\":[\"secret\"]}", "{\"posts\":{\"secret\":1}}")) {
            assertThatThrownBy(() -> jackson.read(json, User.class))
                    .hasMessageContaining("posts")
                    .message()
                    .doesNotContain("secret");
        }
    }

    @ParameterizedTest
    @EnumSource
    void unknownNamesAreTreatedAsJacksonIsConfigured(Jackson jackson) throws IOException {
        String json = "{\"email\":\"a\",\"nobody\":{\"knows\":1}}";
        assertThat(jackson.read(json, User.class)).isEqualTo(User.of(User.EMAIL.value("a")));
        assertThatThrownBy(() -> jackson.readStrictly(json, User.class)).hasMessageContaining("\"nobody\"");
    }

    // Red (out of memory) where an object is read as a whole before its records are made: each would hold all those
    // below it.
    @ParameterizedTest
    @EnumSource
    void recordsBelowRecordsAreHeldOnce(Jackson jackson) throws IOException {
        int depth = 200;
        String document = "{\"settings\":[" + "1,".repeat(200_000) + "1]}";
        String json = "{\"reports\":[".repeat(depth) + document + "]}".repeat(depth);
        User user = jackson.read(json, User.class);
        for (int i = 0; i < depth; i++) {
            user = user.reports().get(0);
        }
        Json settings = user.settings();
        assertThat(settings).isNotNull();
        assertThat(settings.text()).hasSize(400_003);
    }
}
