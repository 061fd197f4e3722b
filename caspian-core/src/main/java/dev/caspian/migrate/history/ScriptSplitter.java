package dev.caspian.migrate.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Splits a script into its statements. Confined to one call.
 *
 * <p>Semicolons in strings, quoted names, comments, trigger bodies ({@code BEGIN … END}) and bodies of SQL functions
 * ({@code BEGIN ATOMIC … END}) do not end a statement.
 */
final class ScriptSplitter {

    private final String script;
    private final ScriptSyntax syntax;
    private final List<ScriptStatement> statements = new ArrayList<>();

    private int position;
    private int counted;
    private int line = 1;
    private int start = -1;
    private @Nullable StatementBody body;

    private ScriptSplitter(String script, ScriptSyntax syntax) {
        this.script = script;
        this.syntax = syntax;
    }

    static List<ScriptStatement> split(String script, ScriptSyntax syntax) {
        ScriptSplitter splitter = new ScriptSplitter(script, syntax);
        splitter.run();
        return splitter.statements;
    }

    private void run() {
        while (position < script.length()) {
            char next = script.charAt(position);
            if (Character.isWhitespace(next) || next == '\uFEFF') {
                position++;
            } else if (isCommentStart(next)) {
                skipComment();
            } else if (next == ';') {
                semicolon();
            } else {
                begin();
                token(next);
            }
        }
        end(script.length());
    }

    private void begin() {
        if (start < 0) {
            start = position;
            body = new StatementBody();
        }
    }

    private void semicolon() {
        if (body == null || body.endsAtSemicolon()) {
            end(position);
        }
        position++;
    }

    private void end(int to) {
        if (start >= 0) {
            statements.add(new ScriptStatement(script.substring(start, to).strip(), lineOf(start)));
        }
        start = -1;
        body = null;
    }

    /** Counts on from the statement before, as counting from the beginning takes too long in a large script. */
    private int lineOf(int index) {
        while (counted < index) {
            line += script.charAt(counted) == '\n' ? 1 : 0;
            counted++;
        }
        return line;
    }

    private boolean isCommentStart(char next) {
        return (next == '-' && isAt("--")) || (next == '/' && isAt("/*")) || (next == '#' && syntax.hashComments());
    }

    private boolean isAt(String expected) {
        return script.startsWith(expected, position);
    }

    private void skipComment() {
        if (!isAt("/*")) {
            int lineEnd = script.indexOf('\n', position);
            position = lineEnd < 0 ? script.length() : lineEnd;
            return;
        }
        int depth = 0;
        do {
            if (isAt("/*") && (depth == 0 || syntax.nestedComments())) {
                depth++;
                position += 2;
            } else if (isAt("*/")) {
                depth--;
                position += 2;
            } else {
                position++;
            }
        } while (depth > 0 && position < script.length());
    }

    private void token(char next) {
        if (next == '\'' || next == '"' || next == '`') {
            skipQuoted(next, syntax.backslashes() && next != '`');
            other();
        } else if (next == '[' && syntax.brackets()) {
            skipTo("]");
            other();
        } else if (next == '$' && syntax.dollarQuotes() && dollarTag() != null) {
            String tag = dollarTag();
            position += tag == null ? 1 : tag.length();
            skipTo(String.valueOf(tag));
            other();
        } else if (isWordPart(next)) {
            word();
        } else {
            position++;
            other();
        }
    }

    private void other() {
        if (body != null) {
            body.other();
        }
    }

    private void word() {
        int from = position;
        while (position < script.length() && isWordPart(script.charAt(position))) {
            position++;
        }
        String word = script.substring(from, position).toUpperCase(Locale.ROOT);
        boolean prefixOfString = position < script.length() && script.charAt(position) == '\'';
        if (word.equals("E") && prefixOfString && syntax.escapeStrings()) {
            skipQuoted('\'', true);
        }
        if (body != null) {
            body.word(word);
        }
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$';
    }

    private void skipQuoted(char quote, boolean backslashes) {
        position++;
        while (position < script.length()) {
            char next = script.charAt(position++);
            if (next == '\\' && backslashes) {
                position++;
            } else if (next == quote) {
                // A doubled quote ends one string and begins the next, which comes to the same here.
                return;
            }
        }
        position = script.length();
    }

    private void skipTo(String terminator) {
        int found = script.indexOf(terminator, position);
        position = found < 0 ? script.length() : found + terminator.length();
    }

    /** The {@code $tag$} at the position, or null if there is none. */
    private @Nullable String dollarTag() {
        int end = position + 1;
        while (end < script.length() && isTagPart(script.charAt(end))) {
            end++;
        }
        boolean closed = end < script.length() && script.charAt(end) == '$';
        boolean number = position + 1 < script.length() && Character.isDigit(script.charAt(position + 1));
        return closed && !number ? script.substring(position, end + 1) : null;
    }

    private static boolean isTagPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }
}
