package dev.caspian.introspect;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Understands {@code CREATE INDEX}, which SQLite keeps as it was written. Stateless. */
final class SqliteIndexText {

    /** What may hide a {@code WHERE}: quoted names and texts, comments, and longer words. */
    private static final Pattern TOKEN = Pattern.compile(
            "'(?:[^']|'')*+'|\"(?:[^\"]|\"\")*+\"|`(?:[^`]|``)*+`|\\[[^]]*]|--[^\n]*|/\\*.*?\\*/|[\\p{L}\\p{N}_$]+|[()]",
            Pattern.DOTALL);

    private SqliteIndexText() {}

    /** What stands behind {@code WHERE}; null if there is none. */
    static @Nullable String condition(String sql) {
        int depth = 0;
        Matcher tokens = TOKEN.matcher(sql);
        while (tokens.find()) {
            String token = tokens.group();
            depth += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
            if (depth == 0 && token.equalsIgnoreCase("where")) {
                return sql.substring(tokens.end()).strip();
            }
        }
        return null;
    }
}
