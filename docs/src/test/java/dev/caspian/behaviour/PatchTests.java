package dev.caspian.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caspian.behaviour.client.Role;
import dev.caspian.behaviour.client.User;
import dev.caspian.error.FieldNotAllowedException;
import dev.caspian.error.InvalidQueryException;
import dev.caspian.query.Json;
import dev.caspian.query.TypedField;
import dev.caspian.record.Patch;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The body of a PATCH becomes assignments: of what was sent, if it may be changed. */
class PatchTests extends Behaviour {

    private User ann() {
        return prisma.user().create(u -> u.email("ann@example.com").name("Ann").age(30));
    }

    @ParameterizedTest
    @EnumSource
    void absentIsKeptNullClearsAndAValueIsWritten(Jackson jackson) throws IOException {
        Patch<User> patch = jackson.patch("{\"name\":null,\"email\":\"new@example.com\"}", User.class);
        User user = prisma.user().update(User.ID.eq(ann().id()), patch.only(User.EMAIL, User.NAME, User.AGE));
        assertThat(user.email()).isEqualTo("new@example.com");
        assertThat(user.name()).isNull();
        assertThat(user.age()).isEqualTo(30);
        assertThat(patch.has(User.NAME)).isTrue();
        assertThat(patch.has(User.AGE)).isFalse();
        assertThat(patch.record().email()).isEqualTo("new@example.com");
    }

    @ParameterizedTest
    @EnumSource
    void valuesOfEveryTypeAreWritten(Jackson jackson) throws IOException {
        Patch<User> patch = jackson.patch(
                "{\"role\":\"ADMIN\",\"age\":1,\"balance\":1.25,\"score\":0.5,\"big\":9223372036854775807,"
                        + "\"active\":false,\"settings\":{\"a\":[1]},\"photo\":\"AQL/\","
                        + "\"createdAt\":\"2026-01-31T12:00:00Z\"}",
                User.class);
        int id = ann().id();
        prisma.user()
                .updateMany(u -> u.where(User.ID.eq(id))
                        .data(patch.only(
                                User.ROLE,
                                User.AGE,
                                User.BALANCE,
                                User.SCORE,
                                User.BIG,
                                User.ACTIVE,
                                User.SETTINGS,
                                User.PHOTO,
                                User.CREATED_AT)));
        User user = prisma.user().findUniqueOrThrow(User.ID.eq(id));
        assertThat(user.role()).isEqualTo(Role.ADMIN);
        assertThat(user.age()).isEqualTo(1);
        assertThat(user.balance()).isEqualByComparingTo(new BigDecimal("1.25"));
        assertThat(user.score()).isEqualTo(0.5);
        assertThat(user.big()).isEqualTo(Long.MAX_VALUE);
        assertThat(user.active()).isFalse();
        Json settings = user.settings();
        assertThat(settings).isNotNull();
        assertThat(settings.text().replace(" ", "")).isEqualTo("{\"a\":[1]}");
        assertThat(user.photo()).containsExactly(1, 2, -1);
        assertThat(user.createdAt()).isEqualTo(Instant.parse("2026-01-31T12:00:00Z"));
    }

    @ParameterizedTest
    @EnumSource
    void anEmptyPatchChangesNothing(Jackson jackson) throws IOException {
        User ann = ann();
        assertThat(prisma.user()
                        .update(
                                User.ID.eq(ann.id()),
                                jackson.patch("{}", User.class).only(User.NAME))
                        .name())
                .isEqualTo("Ann");
    }

    // Red without the look at `allowed` in `Patch.only`: the role of somebody would be what they wish.
    @ParameterizedTest
    @EnumSource
    void whatIsNotAllowedIsRefusedByName(Jackson jackson) throws IOException {
        for (String sent : List.of("\"role\":\"ADMIN\"", "\"age\":null", "\"posts\":[]", "\"_count\":{\"posts\":1}")) {
            Patch<User> patch = jackson.patch("{\"name\":\"secret\"," + sent + "}", User.class);
            String name = sent.substring(1, sent.indexOf('"', 1));
            assertThatExceptionOfType(FieldNotAllowedException.class)
                    .as(sent)
                    .isThrownBy(() -> patch.only(User.NAME))
                    .withMessage(
                            "`User." + name + "` was sent, and is not among the fields that this call may change.");
        }
    }

    @ParameterizedTest
    @EnumSource
    void nullForARequiredFieldIsRefusedWhereJsonIsRead(Jackson jackson) {
        assertThatThrownBy(() -> jackson.patch("{\"email\":null}", User.class))
                .hasMessageContaining("`User.email` must be a string. It is required, and was null.");
        assertThatThrownBy(() -> jackson.patch("{\"age\":\"secret\"}", User.class))
                .hasMessageContaining("`User.age` must be a whole number of 32 bits.")
                .message()
                .doesNotContain("secret");
        assertThatThrownBy(() -> jackson.patch("[]", User.class)).isInstanceOf(Exception.class);
    }

    @ParameterizedTest
    @EnumSource
    void aPatchIsWrittenAsItWasRead(Jackson jackson) throws IOException {
        String json = "{\"email\":\"a\",\"name\":null}";
        assertThat(jackson.write(jackson.patch(json, User.class))).isEqualTo(json);
        assertThat(jackson.write(Patch.of(User.of(User.NAME.value(null))))).isEqualTo("{\"name\":null}");
    }

    @ParameterizedTest
    @EnumSource
    void nullAmongWhatIsAllowedIsRefused(Jackson jackson) throws IOException {
        Patch<User> patch = jackson.patch("{}", User.class);
        assertThatExceptionOfType(InvalidQueryException.class)
                .isThrownBy(() -> patch.only((TypedField<User, ?>) null))
                .withMessageContaining("only(…)");
    }
}
