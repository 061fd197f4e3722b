package dev.caspian.migrate.diff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PredicateComparatorTests {

    /** What stands behind the bar was printed by PostgreSQL 16 for what stands before it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a > 1 | (a > 1)",
                "\"a\" = true AND \"b\" IS NULL | ((a = true) AND (b IS NULL))",
                "\"col a\" != 'it''s' | (\"col a\" <> 'it''s'::text)",
                "v = 'x' | ((v)::text = 'x'::text)",
                "a != -5 | (a <> '-5'::integer)",
                "n = 1.50 AND f = 100 | ((n = 1.50) AND (f = (100)::double precision))",
                "e = 'X' | (e = 'X'::\"E\")",
                "d = '2024-01-01T00:00:00Z' | (d = '2024-01-01 00:00:00'::timestamp without time zone)",
                "a IN (1, 2) | (a = ANY (ARRAY[1, 2]))",
                "v NOT IN ('a', 'b') | ((v)::text <> ALL ((ARRAY['a'::character varying, 'b'::character varying])::text[]))",
                "a between -5 and 5 or not b | (((a >= '-5'::integer) AND (a <= 5)) OR (NOT b))",
                "t LIKE 'a%' and lower(t) = 'x' | ((t ~~ 'a%'::text) AND (lower(t) = 'x'::text))",
                "t NOT ILIKE 'a%' | (t !~~* 'a%'::text)",
                "a + 2 * b > 7 | ((a + (2 * b)) > 7)",
                "(a > 1 AND b) AND c IS NOT TRUE | ((a > 1) AND b AND (c IS NOT TRUE))",
            })
    void understandsWhatPostgresqlPrints(String written, String printed) {
        assertThat(PredicateComparator.areEqual(printed, written)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a > 1 | (a > 2)",
                "a > 1 | (a >= 1)",
                "a AND (b OR c) | ((a AND b) OR c)",
                "a = 'x' | (a = 'y'::text)",
                "a = 'it''s' | (a = 'its'::text)",
                "\"A\" > 1 | (a > 1)",
                "a IN (1, 2) | (a = ANY (ARRAY[1, 3]))",
                "NOT (a AND b) | ((NOT a) AND b)",
                "d = '2024-01-01T00:00:00Z' | d = '2025-01-01T00:00:00Z'",
                "CASE WHEN a THEN 1 ELSE 2 END > 1 | (CASE WHEN a THEN 1 ELSE 3 END > 1)",
            })
    void noticesEveryChange(String written, String other) {
        assertThat(PredicateComparator.areEqual(other, written)).isFalse();
    }

    @Test
    void comparesWhatItCannotReadByItsWords() {
        assertThat(PredicateComparator.areEqual(
                        "(CASE WHEN a THEN 1 ELSE 2 END > 1)", "case when a then 1 else 2 end > 1"))
                .isTrue();
    }

    @Test
    void anIndexOfEveryRowIsNoPartialOne() {
        assertThat(PredicateComparator.areEqual(null, null)).isTrue();
        assertThat(PredicateComparator.areEqual(null, "a > 1")).isFalse();
        assertThat(PredicateComparator.areEqual("a > 1", null)).isFalse();
    }

    @Test
    void knowsWhichColumnsAConditionNames() {
        assertThat(PredicateComparator.mentions("(kind <> 'SMALL'::text)", "kind"))
                .isTrue();
        assertThat(PredicateComparator.mentions("(\"the kind\" IS NULL)", "the kind"))
                .isTrue();
        assertThat(PredicateComparator.mentions("(size > 1 AND name <> 'kind'::text)", "kind"))
                .isFalse();
        assertThat(PredicateComparator.mentions("(mankind IS NULL)", "kind")).isFalse();
        assertThat(PredicateComparator.mentions(null, "kind")).isFalse();
    }
}
