package dev.caspian.migrate.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.fuzz.Fuzzing;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Spoilt conditions of partial indexes are understood or refused. */
class PredicateFuzzTests {

    private static final List<String> PREDICATES = List.of(
            "((status)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[]))",
            "a IN (1, 2) AND NOT (b BETWEEN 1.5e3 AND -2) OR c IS NOT NULL AND d LIKE 'it''s%'",
            "(created_at > '2024-01-01 00:00:00'::timestamp without time zone) AND lower(name) <> 'x'");

    @Test
    void noConditionMakesItFail() {
        List<String> fragments = List.of(
                "(",
                ")",
                "[",
                "]",
                "'",
                "''",
                "\"",
                "::",
                ":",
                "-",
                "--",
                "/*",
                "AND ",
                "OR ",
                "NOT ",
                "IN ",
                "IS ",
                "BETWEEN ",
                "LIKE ",
                "ANY ",
                "ARRAY",
                "NULL",
                ",",
                "1e",
                ".",
                "$$",
                "\n",
                "\0",
                "\ud83d");
        new Fuzzing(PREDICATES, fragments).run(5_000, Duration.ofSeconds(30), PredicateFuzzTests::parse);
    }

    @Test
    void aConditionHasAnyDepthAndLength() {
        for (String part :
                List.of("(", "NOT ", "a = 1 AND ", "a = 1 OR ", "f(", "- ", "a::", "'", "ARRAY[", "a IN (")) {
            parse(part.repeat(10_000));
            parse(part.repeat(10_000) + "a");
        }
    }

    @Test
    void aNumberHasAnyExponent() {
        for (String number : List.of("1e999999999", "1e-999999999", "1e99999999999999999999", "-.5e-2000000000")) {
            parse("a > " + number);
        }
    }

    private static void parse(String text) {
        try {
            assertThat(PredicateParser.parse(text, true)).isNotBlank();
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageNotContaining("Exception");
        }
    }
}
