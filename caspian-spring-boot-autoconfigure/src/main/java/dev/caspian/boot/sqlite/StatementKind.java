package dev.caspian.boot.sqlite;

import java.sql.SQLException;
import java.sql.SQLSyntaxErrorException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells by its text whether a statement may write. In doubt it may: then it only waits for its turn. */
final class StatementKind {

    private static final String COMMENT = "--[^\\n]*+(?:\\n|\\z)|/\\*(?s:.*?)(?:\\*/|\\z)";

    /** What may stand before a statement; a byte order mark is a space for SQLite. */
    private static final String GAP = "(?:[\\s\\uFEFF]|" + COMMENT + ")*+";

    private static final String GAP_OR_END = "(?:[\\s\\uFEFF;]|" + COMMENT + ")*+";

    private static final String TOKEN =
            "[^;'\"`\\[/-]++|'[^']*+'|\"[^\"]*+\"|`[^`]*+`|\\[[^\\]]*+]|" + COMMENT + "|[\\[/'\"`-]";

    private static final Pattern READS = Pattern.compile(
            GAP + "(?:(?:SELECT|VALUES|EXPLAIN|PRAGMA|BEGIN|COMMIT|END|ROLLBACK|SAVEPOINT|RELEASE)\\b.*"
                    + "|WITH\\b(?!.*\\b(?:INSERT|UPDATE|DELETE|REPLACE)\\b).*)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** Nothing but space and comments comes after a semicolon that is neither quoted nor commented out. */
    private static final Pattern SINGLE = Pattern.compile("(?:" + TOKEN + ")*+(?:;(?:\\s|" + COMMENT + "|;)*+)?");

    private static final Pattern TRIGGER = Pattern.compile(
            GAP + "CREATE\\s+(?:TEMP\\s+|TEMPORARY\\s+)?TRIGGER\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern CONTROL = Pattern.compile(
            GAP_OR_END + "(?:(?:BEGIN|COMMIT|END)\\b.*" + "|ROLLBACK\\b(?!(?:\\s+TRANSACTION)?\\s+TO\\b).*)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern OPENS =
            Pattern.compile(GAP_OR_END + "(?:BEGIN|SAVEPOINT)\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final String NAME = "\\w+|'[^']*+'|\"[^\"]*+\"|`[^`]*+`|\\[[^\\]]*+]";

    /** SQLite changes many settings while it prepares the statement, so that an EXPLAIN does it too. */
    private static final Pattern PRAGMA = Pattern.compile(
            GAP_OR_END + "(?:EXPLAIN\\b" + GAP + "(?:QUERY\\b" + GAP + "PLAN\\b" + GAP + ")?)?PRAGMA\\b" + GAP
                    + "(?:(?:" + NAME + ")" + GAP + "\\." + GAP + ")?(" + NAME + ")" + GAP + "[=(].*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** What takes an argument and is a question, a task, or a setting of the file or of the transaction. */
    private static final Set<String> NO_SETTINGS = Set.of(
            "table_info",
            "table_xinfo",
            "table_list",
            "index_info",
            "index_xinfo",
            "index_list",
            "foreign_key_list",
            "foreign_key_check",
            "integrity_check",
            "quick_check",
            "wal_checkpoint",
            "optimize",
            "incremental_vacuum",
            "user_version",
            "application_id",
            "defer_foreign_keys");

    private StatementKind() {}

    /** The name of the connection's setting that it changes, in lower case, or null. In doubt it is one. */
    static @Nullable String changedSetting(String sql) {
        Matcher pragma = PRAGMA.matcher(sql);
        if (!pragma.matches()) {
            return null;
        }
        String name = pragma.group(1).replaceAll("^\\W|\\W$", "").toLowerCase(Locale.ROOT);
        return NO_SETTINGS.contains(name) ? null : name;
    }

    /** Whether it begins or ends a transaction. A savepoint inside of one leaves it alone. */
    static boolean isControl(String sql) {
        return CONTROL.matcher(sql).matches();
    }

    /** Whether it begins a transaction where there is none. */
    static boolean opensTransaction(String sql) {
        return OPENS.matcher(sql).matches();
    }

    static boolean mayWrite(String sql) {
        // The pattern takes longer than the rest of a short query.
        return !sql.startsWith("SELECT ") && !READS.matcher(sql).matches();
    }

    /**
     * Refuses several statements in one text: of some calls the driver runs all of them, what was injected included, and of
     * others it runs the first and says nothing.
     */
    static void requireSingle(String sql) throws SQLException {
        if (sql.indexOf(';') >= 0
                && !SINGLE.matcher(sql).matches()
                && !TRIGGER.matcher(sql).matches()) {
            throw new SQLSyntaxErrorException(
                    "There is more than one statement in this text. Send one at a time; `ScriptUtils` does so for a script.",
                    "42601");
        }
    }
}
