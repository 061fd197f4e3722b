package dev.caspian.introspect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintedExpressionTests {

    @Test
    void takesOffParenthesesAndCasts() {
        assertThat(PrintedExpression.bare("('-2'::integer)::smallint")).isEqualTo("'-2'");
        assertThat(PrintedExpression.bare("'a::b'::character varying(10)")).isEqualTo("'a::b'");
        assertThat(PrintedExpression.bare("'now'::timestamp(3) without time zone"))
                .isEqualTo("'now'");
        assertThat(PrintedExpression.bare("(1.0)::double precision")).isEqualTo("1.0");
        assertThat(PrintedExpression.bare("ARRAY[]::bigint[]")).isEqualTo("ARRAY[]");
        assertThat(PrintedExpression.bare("'x'::\"My::Type\"[]")).isEqualTo("'x'");
    }

    @Test
    void leavesCallsAndOperatorsAlone() {
        assertThat(PrintedExpression.bare("lower('A'::text)")).isEqualTo("lower('A'::text)");
        assertThat(PrintedExpression.bare("(1) + (2)")).isEqualTo("(1) + (2)");
        assertThat(PrintedExpression.bare("('x'::text || 'y'::text)")).isEqualTo("'x'::text || 'y'");
    }

    @Test
    void findsTheElementsOfAnArray() {
        assertThat(PrintedExpression.elements("ARRAY['a,b'::text, f(1, 2), 'it''s, ]']"))
                .containsExactly("'a,b'::text", " f(1, 2)", " 'it''s, ]'");
        assertThat(PrintedExpression.elements("ARRAY[]")).isEmpty();
    }
}
