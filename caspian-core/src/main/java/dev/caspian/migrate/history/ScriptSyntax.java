package dev.caspian.migrate.history;

/**
 * What a database counts as quoted or as a comment, where a semicolon does not end a statement.
 *
 * @param dollarQuotes {@code $tag$ … $tag$} (PostgreSQL)
 * @param escapeStrings {@code E'\''} (PostgreSQL)
 * @param nestedComments comments may stand in comments (PostgreSQL)
 * @param brackets {@code [name]} (SQLite)
 * @param backslashes a backslash escapes in every string (MySQL)
 * @param hashComments {@code #} begins a comment (MySQL)
 */
record ScriptSyntax(
        boolean dollarQuotes,
        boolean escapeStrings,
        boolean nestedComments,
        boolean brackets,
        boolean backslashes,
        boolean hashComments) {

    static final ScriptSyntax SQLITE = new ScriptSyntax(false, false, false, true, false, false);
    static final ScriptSyntax POSTGRESQL = new ScriptSyntax(true, true, true, false, false, false);
    static final ScriptSyntax MYSQL = new ScriptSyntax(false, false, false, false, true, true);
}
