package dev.caspian.migrate.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.fuzz.Fuzzing;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Spoilt scripts are split into statements that are all in them, in their order. */
class ScriptFuzzTests {

    private static final List<String> SCRIPTS = List.of(
            "CREATE TABLE \"a\" (\"b\" INTEGER);\nINSERT INTO a VALUES ('it''s; x'); -- c;\nDROP TABLE a;",
            "CREATE TRIGGER t AFTER INSERT ON a BEGIN UPDATE a SET b = 1; SELECT CASE WHEN 1 THEN 2 END; END;\nDELETE FROM a;",
            "CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT 1; END;\nDO $x$ BEGIN; END $x$; SELECT E'\\';';",
            "/* a /* b */ c; */ ALTER TABLE a DROP COLUMN b; TRUNCATE a; ALTER TYPE m ADD VALUE 'x';");

    private static final List<String> FRAGMENTS = List.of(
            "'",
            "\"",
            "`",
            "[",
            "]",
            "$$",
            "$a$",
            "--",
            "/*",
            "*/",
            "#",
            ";",
            "\\",
            "E'",
            "BEGIN",
            "END",
            "CASE",
            "ATOMIC",
            "CREATE TRIGGER ",
            "DROP TABLE ",
            "ALTER TABLE ",
            "DELETE FROM ",
            "\n",
            "\r",
            "\0",
            "\ud83d",
            "\ufeff",
            "(",
            ")");

    @Test
    void noScriptMakesItFail() {
        new Fuzzing(SCRIPTS, FRAGMENTS).run(10_000, Duration.ofSeconds(30), text -> {
            for (ScriptSyntax syntax : List.of(ScriptSyntax.SQLITE, ScriptSyntax.POSTGRESQL, ScriptSyntax.MYSQL)) {
                int from = 0;
                List<ScriptStatement> statements = ScriptSplitter.split(text, syntax);
                DestructiveStatement.in(text, statements);
                for (ScriptStatement statement : statements) {
                    int at = text.indexOf(statement.sql(), from);
                    assertThat(at).isNotNegative();
                    from = at + statement.sql().length();
                }
            }
        });
    }

    @Test
    void aScriptHasAnyLength() {
        for (String part : List.of(
                "SELECT 1;\n",
                "/*",
                "$a$",
                "'",
                "(",
                "BEGIN ",
                "CASE ",
                "--\n",
                "\\",
                "DELETE ",
                "DROP TABLE a,",
                "\"")) {
            String script = part.repeat(20_000);
            List<ScriptStatement> statements = ScriptSplitter.split(script, ScriptSyntax.POSTGRESQL);

            assertThat(statements).hasSizeLessThanOrEqualTo(20_000);
            assertThat(DestructiveStatement.in(script, statements)).hasSizeLessThanOrEqualTo(20_000);
        }
    }
}
