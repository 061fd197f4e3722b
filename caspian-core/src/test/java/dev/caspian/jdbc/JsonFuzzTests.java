package dev.caspian.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caspian.fuzz.Fuzzing;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Spoilt documents are read or refused, and have one form in which they stay. */
class JsonFuzzTests {

    @Test
    void noDocumentMakesItFail() {
        List<String> documents = List.of(
                "{\"a\":[1,-2.5e3,true,null],\"b\":{\"c\\n\\u00e9\":\"\\ud83d\\ude00\"}}",
                "[[[]],{},\"\",0]",
                "\"text\"",
                "1e400");
        List<String> fragments = List.of(
                "\"",
                "\\",
                "\\u",
                "\\u00",
                "{",
                "}",
                "[",
                "]",
                ",",
                ":",
                "null",
                "tru",
                "-",
                "0",
                "1e",
                "1e9999999999",
                ".",
                "\n",
                "\0",
                "\ud83d",
                " ");
        new Fuzzing(documents, fragments).run(20_000, Duration.ofSeconds(30), text -> {
            String canonical;
            try {
                canonical = JsonDocument.canonical(text);
            } catch (IllegalArgumentException e) {
                assertThat(e).hasMessageMatching("No Json at character \\d+|Json nested more than 1,000 deep");
                return;
            }
            assertThat(JsonDocument.canonical(canonical)).isEqualTo(canonical);
        });
    }

    @Test
    void saysThatADocumentIsTooDeep() {
        assertThatThrownBy(() -> JsonDocument.parse("[".repeat(1_001) + "]".repeat(1_001)))
                .hasMessage("Json nested more than 1,000 deep");
        assertThat(JsonDocument.parse("[".repeat(1_000) + "]".repeat(1_000))).isNotNull();
    }
}
