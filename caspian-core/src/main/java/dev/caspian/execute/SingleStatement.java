package dev.caspian.execute;

import dev.caspian.error.InvalidQueryException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Refuses SQL that is several statements: SQLite would run the first only and leave out the others without a word,
 * PostgreSQL would run them all. Stateless.
 */
final class SingleStatement {

    /** Not inside of a name, which on PostgreSQL may have letters of any language and dollar signs. */
    private static final String NOT_IN_A_NAME = "(?<![\\w$\\x80-\\uFFFF])";

    /** Text, names in quotes and comments to the end of the line, in which a semicolon means nothing. */
    private static final Pattern NO_SEPARATOR = Pattern.compile(
            NOT_IN_A_NAME + "[eE]'(?:\\\\.|[^'\\\\])*+'|'[^']*+'|\"[^\"]*+\"|--[^\\r\\n]*+|" + NOT_IN_A_NAME
                    + "(\\$(?:[A-Za-z_\\x80-\\uFFFF][\\w\\x80-\\uFFFF]*+)?\\$).*?\\1",
            Pattern.DOTALL);

    private static final Pattern COMMENT = Pattern.compile("/\\*|\\*/");

    /** What may hold statements of its own: the body of a trigger or function. */
    private static final Pattern DEFINITION = Pattern.compile(
            "\\s*CREATE\\s+(?:OR\\s+REPLACE\\s+)?(?:TEMP(?:ORARY)?\\s+)?(?:TRIGGER|FUNCTION|PROCEDURE)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BODY_PART = Pattern.compile("\\b(?:(BEGIN|CASE)|END)\\b", Pattern.CASE_INSENSITIVE);

    /** A semicolon with something behind it. */
    private static final Pattern SEPARATOR = Pattern.compile(";\\s*+[^\\s;]");

    /** What begins or ends a transaction; a savepoint leaves it alone. A byte order mark is a space for SQLite. */
    private static final Pattern TRANSACTION = Pattern.compile(
            "[\\s;\\uFEFF]*(BEGIN|START\\s+TRANSACTION|COMMIT|END|ABORT|PREPARE\\s+TRANSACTION"
                    + "|ROLLBACK(?!(?:\\s+(?:WORK|TRANSACTION))?\\s+TO\\b))\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private SingleStatement() {}

    static void require(String sql) {
        // In PostgreSQL a comment may stand in a comment; in SQLite the first end of one ends it.
        String nested = bare(sql, true);
        if (nested.replace(';', ' ').isBlank()) {
            throw new InvalidQueryException("The raw query is empty.");
        }
        String plain = bare(sql, false);
        requireNoControl(nested);
        requireNoControl(plain);
        if (isSeveral(nested) || isSeveral(plain)) {
            throw new InvalidQueryException(
                    "A raw query is one statement, but this is several. Run each by itself, in a transaction.");
        }
    }

    private static void requireNoControl(String bare) {
        Matcher transaction = TRANSACTION.matcher(bare);
        if (transaction.matches()) {
            throw new InvalidQueryException("A raw query does not begin or end transactions, as `"
                    + transaction.group(1).toUpperCase(Locale.ROOT)
                    + "` does: nobody would know what is saved. Use `prisma.transaction(…)` or `@Transactional`.");
        }
    }

    private static boolean isSeveral(String bare) {
        return SEPARATOR
                .matcher(DEFINITION.matcher(bare).lookingAt() ? withoutBody(bare) : bare)
                .find();
    }

    /** The statement with spaces for what is quoted or a comment. */
    private static String bare(String sql, boolean nestedComments) {
        StringBuilder bare = new StringBuilder(sql.length());
        Matcher quoted = NO_SEPARATOR.matcher(sql).useTransparentBounds(true);
        int position = 0;
        while (position < sql.length()) {
            if (sql.startsWith("/*", position)) {
                position = endOfComment(sql, position, nestedComments);
                bare.append(' ');
            } else if (quoted.region(position, sql.length()).lookingAt()) {
                position = quoted.end();
                bare.append(' ');
            } else {
                bare.append(sql.charAt(position));
                position++;
            }
        }
        return bare.toString();
    }

    private static int endOfComment(String sql, int start, boolean nested) {
        Matcher mark = COMMENT.matcher(sql);
        int depth = 1;
        for (int from = start + 2; mark.find(from); from = mark.end()) {
            boolean begins = mark.group().equals("/*");
            depth += begins ? (nested ? 1 : 0) : -1;
            if (depth == 0) {
                return mark.end();
            }
        }
        return sql.length();
    }

    /** A definition without what stands from its BEGIN to the END that belongs to it. */
    private static String withoutBody(String definition) {
        Matcher part = BODY_PART.matcher(definition);
        int depth = 0;
        int start = 0;
        while (part.find()) {
            boolean begins = part.group(1) != null;
            start = begins && depth == 0 ? part.start() : start;
            depth += begins ? 1 : -1;
            if (depth == 0) {
                return definition.substring(0, start) + definition.substring(part.end());
            } else if (depth < 0) {
                return definition;
            }
        }
        return definition;
    }
}
