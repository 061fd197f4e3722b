package dev.caspian.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.caspian.error.InvalidQueryException;
import dev.caspian.fuzz.Fuzzing;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spoilt raw queries are taken or refused. */
class RawStatementFuzzTests {

    @Test
    void noTextMakesItFail() {
        List<String> queries = List.of(
                "SELECT * FROM \"a\" WHERE b = :b AND c IN (:c) -- d\n",
                "CREATE TRIGGER t AFTER INSERT ON a BEGIN SELECT CASE WHEN 1 THEN 2 END; END",
                "SELECT $x$ ; $x$, E'\\'', 'it''s' /* /* */ */");
        List<String> fragments = List.of(
                "'", "\"", "$$", "$x$", "--", "/*", "*/", ";", "?", ":b", ":", "::", ":{", "}", "\\", "E'", "BEGIN ",
                "END", "\n", "\r", "\0", "\ud83d");
        new Fuzzing(queries, fragments).run(20_000, Duration.ofSeconds(30), text -> {
            try {
                assertThat(RawStatement.named(text, Map.of("b", 1, "c", List.of(1, 2)))
                                .parameters())
                        .isNotEmpty();
            } catch (InvalidQueryException e) {
                assertThat(e).hasMessageContaining("raw query");
            }
        });
    }

    /** Found at random. */
    @ParameterizedTest
    @ValueSource(strings = {"SELECT :{(:a", "SELECT :{a", "SELECT :{a:b}"})
    void aNameInBracesIsClosed(String sql) {
        assertThatExceptionOfType(InvalidQueryException.class)
                .isThrownBy(() -> RawStatement.named(sql, Map.of()))
                .withMessageContaining("begins with `:{`");
    }

    @Test
    void aQueryHasAnyLength() {
        for (String part : List.of("'", "/*", "E'\\", "BEGIN ", "--\n", "(", "$a", "a$a$ ")) {
            assertThat(new RawStatement("SELECT 1 " + part.repeat(20_000), List.of()).sql())
                    .hasSizeGreaterThan(20_000);
        }
        assertThatExceptionOfType(InvalidQueryException.class)
                .isThrownBy(() -> new RawStatement("SELECT 1; ".repeat(100_000), List.of()));
    }
}
