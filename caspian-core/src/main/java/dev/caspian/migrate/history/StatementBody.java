package dev.caspian.migrate.history;

import java.util.Set;

/**
 * Tells whether a semicolon ends a statement that may have statements inside it. Confined to one statement.
 *
 * <p>The body of a trigger ends with {@code ; END}, as {@code sqlite3_complete} has it; that of an SQL function with the
 * {@code END} that closes its {@code BEGIN ATOMIC}.
 */
final class StatementBody {

    private static final Set<String> BETWEEN_CREATE_AND_TRIGGER =
            Set.of("CREATE", "TEMP", "TEMPORARY", "OR", "REPLACE", "CONSTRAINT");

    private boolean header = true;
    private boolean trigger;
    private boolean began;
    private boolean behindSemicolon;
    private boolean ended;
    private int atomicDepth;
    private String last = "";

    void word(String word) {
        ended = trigger && behindSemicolon && word.equals("END");
        behindSemicolon = false;
        if (header) {
            trigger = word.equals("TRIGGER");
            header = BETWEEN_CREATE_AND_TRIGGER.contains(word);
        }
        began |= word.equals("BEGIN");
        countAtomic(word);
        last = word;
    }

    private void countAtomic(String word) {
        if (word.equals("ATOMIC") && last.equals("BEGIN")) {
            atomicDepth = 1;
        } else if (atomicDepth > 0) {
            atomicDepth += word.equals("CASE") ? 1 : word.equals("END") ? -1 : 0;
        }
    }

    /** Anything but a word. */
    void other() {
        ended = false;
        behindSemicolon = false;
        header = false;
        last = "";
    }

    boolean endsAtSemicolon() {
        behindSemicolon = true;
        // A trigger without BEGIN is that of PostgreSQL, which calls a function.
        boolean inTrigger = trigger && began && !ended;
        return !inTrigger && atomicDepth == 0;
    }
}
