package dev.caspian.jdbc;

/** What is known of a statement that failed, so that its error can say what to do. */
public enum StatementOrigin {
    /** A statement of the application's own. */
    RAW,
    /** It only adds rows. */
    INSERT,
    /** It deletes rows. */
    DELETE,
    UNKNOWN;

    /** What a statement of the client itself does. */
    public static StatementOrigin of(String sql) {
        if (sql.startsWith("DELETE ")) {
            return DELETE;
        }
        // An upsert may change a key that others refer to.
        return sql.startsWith("INSERT ") && !sql.contains(" DO UPDATE ") ? INSERT : UNKNOWN;
    }
}
