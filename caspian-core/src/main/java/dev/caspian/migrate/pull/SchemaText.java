package dev.caspian.migrate.pull;

import java.util.Locale;

/** Writes literals of the schema language. Stateless. */
final class SchemaText {

    private SchemaText() {}

    static String quoted(String content) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < content.length(); i++) {
            char next = content.charAt(i);
            switch (next) {
                case '"', '\\' -> out.append('\\').append(next);
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (next < ' ') {
                        out.append(String.format(Locale.ROOT, "\\u%04x", (int) next));
                    } else {
                        out.append(next);
                    }
                }
            }
        }
        return out.append('"').toString();
    }
}
