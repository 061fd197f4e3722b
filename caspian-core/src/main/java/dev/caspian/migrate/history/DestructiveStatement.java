package dev.caspian.migrate.history;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a script that may lose data.
 *
 * @param line the line of the script on which it stands, counted from 1
 * @param text what happens: the head of a statement, without any value in it, or a warning from the script's own comment
 */
public record DestructiveStatement(int line, String text) {

    private static final String IDENTIFIER =
            "(?:\"[^\"]+\"(?:\"[^\"]*\")*|`[^`]+`|\\[[^\\]]+\\]|[\\p{L}_][\\p{L}\\p{N}_$]*)";
    private static final String NAME = IDENTIFIER + "(?:\\s*\\.\\s*" + IDENTIFIER + ")*";

    /** Strings and comments, whose text means nothing; and quoted names, lest a quote in a name opens a string. */
    private static final Pattern QUOTED = Pattern.compile(
            "(?:--[^\\n]*|/\\*.*?\\*/)|(?:'[^']*'|(?<tag>\\$\\w*\\$).*?\\k<tag>)|\"[^\"]*\"", Pattern.DOTALL);

    private static final Pattern DROP =
            statement("DROP\\s+(?:TABLE|SCHEMA)\\s+(?:IF\\s+EXISTS\\s+)?(" + NAME + "(?:\\s*,\\s*" + NAME + ")*)");
    private static final Pattern TRUNCATE =
            statement("TRUNCATE\\s+(?:TABLE\\s+)?(?:ONLY\\s+)?" + NAME + "(?:\\s*,\\s*(?:ONLY\\s+)?" + NAME + ")*");
    private static final Pattern DELETE = statement("(?:WITH\\b.*?)?\\b(DELETE\\s+FROM\\s+(?:ONLY\\s+)?" + NAME + ")");
    private static final Pattern ALTER_TABLE =
            statement("(ALTER\\s+TABLE)\\s+(?:IF\\s+EXISTS\\s+)?(?:ONLY\\s+)?(" + NAME + ")(?<actions>\\s.*)");
    private static final Pattern LOSING_ACTION = pattern("(?:^|,)\\s*"
            + "(DROP\\s+(?!(?:CONSTRAINT|PRIMARY|FOREIGN|INDEX|KEY|CHECK)\\b)(?:COLUMN\\s+)?(?:IF\\s+EXISTS\\s+)?"
            + NAME
            + "|ALTER\\s+(?:COLUMN\\s+)?" + NAME
            + "\\s+(?:SET\\s+DATA\\s+)?TYPE\\s+(?:[^,(]|\\([^)]*\\))*?(?=\\s+USING\\b|\\s*,|\\s*$))");
    private static final Pattern REBUILT = statement("ALTER\\s+TABLE\\s+\"?new_(.+?)\"?\\s+RENAME\\s+TO\\s.*");

    /** The comment at the head of a script of Prisma or Caspian. */
    private static final Pattern WARNINGS = Pattern.compile("\\A\\s*/\\*\\s*Warnings:\\s*\\n(.*?)\\*/", Pattern.DOTALL);

    private static final Pattern WARNING = Pattern.compile("^\\s*- (.+)$", Pattern.MULTILINE);

    private static Pattern statement(String regex) {
        return pattern("^" + regex);
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }

    /** The places of a migration, first those that its own warnings name. */
    public static List<DestructiveStatement> in(String script, List<ScriptStatement> statements) {
        List<DestructiveStatement> found = new ArrayList<>(warnings(script));
        Set<String> rebuilt = rebuiltTables(statements);
        for (ScriptStatement statement : statements) {
            heads(masked(statement.sql()), rebuilt)
                    .forEach(head -> found.add(new DestructiveStatement(statement.line(), head)));
        }
        return found;
    }

    private static List<DestructiveStatement> warnings(String script) {
        List<DestructiveStatement> found = new ArrayList<>();
        Matcher comment = WARNINGS.matcher(script);
        if (comment.find()) {
            Matcher warning = WARNING.matcher(script).region(comment.start(1), comment.end(1));
            while (warning.find()) {
                int line = (int) script.substring(0, warning.start(1)).lines().count();
                found.add(new DestructiveStatement(line, warning.group(1).strip()));
            }
        }
        return found;
    }

    /** The tables of SQLite that a script copies into new ones, which then take their place: they lose no rows. */
    private static Set<String> rebuiltTables(List<ScriptStatement> statements) {
        Set<String> tables = new HashSet<>();
        for (ScriptStatement statement : statements) {
            Matcher last = REBUILT.matcher(statement.sql());
            if (last.matches()) {
                tables.add(last.group(1).toLowerCase(Locale.ROOT));
            }
        }
        return tables;
    }

    private static List<String> heads(String sql, Set<String> rebuilt) {
        Matcher drop = DROP.matcher(sql);
        if (drop.find()) {
            String table = drop.group(1).replace("\"", "").toLowerCase(Locale.ROOT);
            return rebuilt.contains(table) ? List.of() : List.of(oneLine(drop.group()));
        }
        Matcher truncate = TRUNCATE.matcher(sql);
        if (truncate.find()) {
            return List.of(oneLine(truncate.group()));
        }
        Matcher delete = DELETE.matcher(sql);
        if (delete.find()) {
            return List.of(oneLine(delete.group(1)));
        }
        Matcher alter = ALTER_TABLE.matcher(sql);
        return alter.matches()
                ? LOSING_ACTION
                        .matcher(alter.group("actions"))
                        .results()
                        .map(action -> oneLine(alter.group(1) + " " + alter.group(2) + " " + action.group(1)))
                        .toList()
                : List.of();
    }

    private static String masked(String sql) {
        return QUOTED.matcher(sql).replaceAll(DestructiveStatement::mask);
    }

    private static String mask(MatchResult quoted) {
        String text = quoted.group();
        if (text.startsWith("\"")) {
            return Matcher.quoteReplacement(text);
        }
        return text.startsWith("--") || text.startsWith("/*") ? " " : "'…'";
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
