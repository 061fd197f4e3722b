package dev.caspian.boot.sqlite;

/** What a power cut may do to transactions that were committed. No choice risks more than the last of them. */
public enum SqliteDurability {
    /** Nothing: each commit waits until the disk has it. */
    FULL("FULL"),

    /**
     * The last ones before it may be undone, in the order in which they were committed. When only the process ends, nothing
     * is lost.
     */
    RELAXED("NORMAL");

    private final String synchronous;

    SqliteDurability(String synchronous) {
        this.synchronous = synchronous;
    }

    /** The value of SQLite's setting. */
    String synchronous() {
        return synchronous;
    }
}
