package dev.caspian.migrate.history;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One statement of a script.
 *
 * @param sql its text, without the semicolon at its end
 * @param line the line on which it begins, counted from 1
 */
public record ScriptStatement(String sql, int line) {

    private static final Pattern BOUNDARY = startingWith("BEGIN|START\\s+TRANSACTION|COMMIT(?!\\s+PREPARED)|END");
    private static final Pattern ROLLBACK = startingWith("ABORT|ROLLBACK(?!(\\s+(TRANSACTION|WORK))?\\s+TO\\b)");
    private static final Pattern TWO_PHASES = startingWith("PREPARE\\s+TRANSACTION|COMMIT\\s+PREPARED");
    private static final Pattern OTHER_DATABASE = startingWith("ATTACH|DETACH");
    private static final Pattern DATA_OF_CLIENT =
            Pattern.compile("COPY\\b.*\\bFROM\\s+STDIN\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern ALONE = startingWith("VACUUM|(CREATE|DROP)\\s+(DATABASE|TABLESPACE)|ALTER\\s+SYSTEM"
            + "|(CREATE\\s+(UNIQUE\\s+)?INDEX|DROP\\s+INDEX|REINDEX\\s+(INDEX|TABLE|SCHEMA))\\s+CONCURRENTLY"
            + "|PRAGMA\\s+journal_mode");
    private static final Pattern NEW_ENUM_VALUE =
            Pattern.compile("ALTER\\s+TYPE\\b.*\\bADD\\s+VALUE\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static Pattern startingWith(String words) {
        return Pattern.compile("(" + words + ")\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }

    /** Whether it begins or ends a transaction, which is the runner's business: the script runs in one as a whole. */
    public boolean isTransactionBoundary() {
        return BOUNDARY.matcher(sql).matches();
    }

    /** Whether the database runs it outside of transactions only. */
    boolean standsAlone() {
        return ALONE.matcher(sql).matches();
    }

    /** Whether it adds a value to an enum, which PostgreSQL does not let a transaction use that has added it. */
    boolean addsEnumValue() {
        return NEW_ENUM_VALUE.matcher(sql).matches();
    }

    /** Why no script that runs in one transaction can have this statement, or null. */
    public @Nullable String refusal() {
        if (ROLLBACK.matcher(sql).matches()) {
            return "a script runs in one transaction and cannot roll it back";
        }
        if (TWO_PHASES.matcher(sql).matches()) {
            return "a script runs in one transaction, which nobody else can complete";
        }
        if (OTHER_DATABASE.matcher(sql).matches()) {
            return "a script works on one database";
        }
        if (DATA_OF_CLIENT.matcher(sql).matches()) {
            return "the rows of a COPY … FROM STDIN are no SQL. Write them as INSERT";
        }
        return sql.startsWith("\\") ? "it is a command of psql and no SQL" : null;
    }
}
