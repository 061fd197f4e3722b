package dev.caspian.introspect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ArrayTextTests {

    @Test
    void findsTheElements() {
        assertThat(ArrayText.elements("{}")).isEmpty();
        assertThat(ArrayText.elements("{a,1}")).containsExactly("'a'", "'1'");
        assertThat(ArrayText.elements("{\"a,b\",\"say \\\"hi\\\"\",it's}"))
                .containsExactly("'a,b'", "'say \"hi\"'", "'it''s'");
        assertThat(ArrayText.elements("{\"\"}")).containsExactly("''");
    }

    @Test
    void leavesNullsAndSeveralDimensionsAlone() {
        assertThat(ArrayText.isPlain("{1,NULL}")).isFalse();
        assertThat(ArrayText.isPlain("{{1},{2}}")).isFalse();
        assertThat(ArrayText.isPlain("1")).isFalse();
        assertThat(ArrayText.isPlain("{}")).isTrue();
    }
}
