package dev.caspian.query;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A Json document as its text, readable by any Json library. Two are equal when their texts are.
 *
 * @param text the document; not checked here, the database refuses what is no Json
 */
public record Json(@JsonValue @JsonRawValue String text) {

    public Json {
        Given.value(text, "Json");
    }

    /** The document as this text. */
    public static Json parse(String text) {
        return new Json(text);
    }

    /** A string. */
    public static Json of(String value) {
        StringBuilder text = new StringBuilder(Given.value(value, "Json.of(…)").length() + 2).append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < 0x20) {
                text.append(String.format("\\u%04x", (int) c));
            } else {
                text.append(c);
            }
        }
        return new Json(text.append('"').toString());
    }

    /** A whole number. */
    public static Json of(long value) {
        return new Json(Long.toString(value));
    }

    public static Json of(boolean value) {
        return new Json(Boolean.toString(value));
    }

    @Override
    public String toString() {
        return text;
    }
}
