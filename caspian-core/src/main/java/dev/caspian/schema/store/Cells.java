package dev.caspian.schema.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes lines of cells as PostgreSQL's {@code COPY} does: tabs between them, backslashes before what is special. */
final class Cells {

    static final String NULL = "\\N";

    private final StringBuilder text = new StringBuilder();

    /** Begins a line, which tells by its first cell what it is about. */
    Cells line(String kind) {
        text.append(text.isEmpty() ? "" : "\n").append(kind);
        return this;
    }

    Cells add(@Nullable String value) {
        text.append('\t');
        if (value == null) {
            text.append(NULL);
        } else {
            escape(value);
        }
        return this;
    }

    Cells add(@Nullable Number value) {
        return add(value == null ? null : value.toString());
    }

    Cells add(boolean value) {
        return add(value ? "t" : "f");
    }

    Cells add(Enum<?> value) {
        return add(value.name());
    }

    /** A list, behind its length. */
    Cells addAll(List<String> values) {
        add(values.size());
        values.forEach(this::add);
        return this;
    }

    private void escape(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
    }

    String text() {
        return text.append('\n').toString();
    }
}
