package dev.caspian.migrate.history;

import java.util.Locale;
import java.util.Set;

/**
 * One statement of a script.
 *
 * @param sql its text, without the semicolon at its end
 * @param line the line on which it begins, counted from 1
 */
public record ScriptStatement(String sql, int line) {

    private static final Set<String> BOUNDARIES = Set.of(
            "BEGIN",
            "BEGIN TRANSACTION",
            "BEGIN WORK",
            "BEGIN DEFERRED",
            "BEGIN DEFERRED TRANSACTION",
            "BEGIN IMMEDIATE",
            "BEGIN IMMEDIATE TRANSACTION",
            "BEGIN EXCLUSIVE",
            "BEGIN EXCLUSIVE TRANSACTION",
            "START TRANSACTION",
            "COMMIT",
            "COMMIT TRANSACTION",
            "COMMIT WORK",
            "END",
            "END TRANSACTION",
            "END WORK");

    /** Whether it begins or ends a transaction, which is the business of who runs it: a script runs in one as a whole. */
    public boolean isTransactionBoundary() {
        return BOUNDARIES.contains(keywords());
    }

    /** Whether it gives up the transaction in which the script runs. */
    public boolean isRollback() {
        String keywords = keywords();
        return keywords.startsWith("ROLLBACK") && !keywords.contains(" TO ");
    }

    private String keywords() {
        return sql.length() > 60 ? "" : sql.strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT);
    }
}
