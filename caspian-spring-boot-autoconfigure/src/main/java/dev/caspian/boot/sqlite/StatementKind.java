package dev.caspian.boot.sqlite;

import java.util.regex.Pattern;

/** Tells by its text whether a statement may write. In doubt it may: then it only waits for its turn. */
final class StatementKind {

    private static final Pattern READS = Pattern.compile(
            "(?:\\s|--[^\\n]*\\n|/\\*(?s:.*?)\\*/)*+"
                    + "(?:(?:SELECT|VALUES|EXPLAIN|PRAGMA|BEGIN|COMMIT|END|ROLLBACK|SAVEPOINT|RELEASE)\\b.*"
                    + "|WITH\\b(?!.*\\b(?:INSERT|UPDATE|DELETE|REPLACE)\\b).*)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private StatementKind() {}

    static boolean mayWrite(String sql) {
        return !READS.matcher(sql).matches();
    }
}
