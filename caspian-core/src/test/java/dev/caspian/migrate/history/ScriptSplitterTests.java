package dev.caspian.migrate.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptSplitterTests {

    private static List<String> sqlite(String script) {
        return ScriptSplitter.split(script, ScriptSyntax.SQLITE).stream()
                .map(ScriptStatement::sql)
                .toList();
    }

    private static List<String> postgresql(String script) {
        return ScriptSplitter.split(script, ScriptSyntax.POSTGRESQL).stream()
                .map(ScriptStatement::sql)
                .toList();
    }

    @Test
    void splitsAtSemicolonsAndDropsEmptyStatements() {
        assertThat(sqlite(";; a ; b;\n;c")).containsExactly("a", "b", "c");
        assertThat(sqlite(" -- nothing;\n/* ; */ ;")).isEmpty();
    }

    @Test
    void leavesSemicolonsInQuotesAlone() {
        assertThat(sqlite("insert 'a;''b;'; select \"x;\"\"y\", [z;], `w;`; d"))
                .containsExactly("insert 'a;''b;'", "select \"x;\"\"y\", [z;], `w;`", "d");
    }

    @Test
    void leavesSemicolonsInCommentsAlone() {
        assertThat(sqlite("a -- x;y\n b /* ; */ c; d")).containsExactly("a -- x;y\n b /* ; */ c", "d");
        assertThat(postgresql("a /* /* ; */ ; */ b; c")).containsExactly("a /* /* ; */ ; */ b", "c");
    }

    @Test
    void keepsATriggerTogether() {
        String trigger = """
                CREATE TEMP TRIGGER t AFTER INSERT ON a BEGIN
                  UPDATE a SET b = CASE WHEN c THEN 'END;' ELSE 2 END;
                  SELECT 1; -- END
                END""";
        assertThat(sqlite("x;" + trigger + ";y")).containsExactly("x", trigger, "y");
    }

    @Test
    void splitsBehindATableCalledTrigger() {
        assertThat(sqlite("create table \"trigger\" (a); begin; end; b"))
                .containsExactly("create table \"trigger\" (a)", "begin", "end", "b");
        assertThat(sqlite("drop trigger t; a; b")).containsExactly("drop trigger t", "a", "b");
    }

    @Test
    void understandsTheStringsOfPostgresql() {
        assertThat(postgresql("do $$ a; $b$ c; $b$ $$; select $1; $x$;$x$; E'it\\';s'; e"))
                .containsExactly("do $$ a; $b$ c; $b$ $$", "select $1", "$x$;$x$", "E'it\\';s'", "e");
    }

    @Test
    void keepsTheBodyOfASqlFunctionTogether() {
        String function =
                "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; SELECT 2; END";
        assertThat(postgresql(function + "; b")).containsExactly(function, "b");
        assertThat(postgresql("CREATE TRIGGER t BEFORE UPDATE ON a EXECUTE FUNCTION f(); b"))
                .hasSize(2);
    }

    @Test
    void tellsTheLineOfEachStatement() {
        assertThat(ScriptSplitter.split("-- one\na;\n\n/* \n */ b\n;c", ScriptSyntax.SQLITE))
                .extracting(ScriptStatement::line)
                .containsExactly(2, 5, 6);
    }

    @Test
    void knowsTheStatementsThatBelongToTheRunner() {
        assertThat(List.of("begin  transaction", "START TRANSACTION READ WRITE", "Commit and chain", "END"))
                .allMatch(sql -> new ScriptStatement(sql, 1).isTransactionBoundary());
        assertThat(List.of("select 1", "COMMIT PREPARED 'x'", "beginning", "ENDLESS"))
                .noneMatch(sql -> new ScriptStatement(sql, 1).isTransactionBoundary());
    }

    @Test
    void knowsTheStatementsThatNoMigrationCanHave() {
        assertThat(List.of(
                        "ROLLBACK",
                        "rollback work",
                        "ABORT",
                        "PREPARE TRANSACTION 'x'",
                        "COMMIT PREPARED 'x'",
                        "ATTACH 'x' AS y",
                        "COPY t (a)\nFROM stdin WITH (FORMAT csv)",
                        "\\connect x"))
                .allMatch(sql -> new ScriptStatement(sql, 1).refusal() != null);
        assertThat(List.of(
                        "ROLLBACK TO a",
                        "rollback transaction to savepoint a",
                        "SAVEPOINT a",
                        "PREPARE p AS SELECT 1",
                        "COPY t TO STDOUT",
                        "SELECT 'COPY t FROM STDIN'"))
                .allMatch(sql -> new ScriptStatement(sql, 1).refusal() == null);
    }

    @Test
    void knowsTheStatementsThatRunOutsideOfTransactions() {
        assertThat(List.of(
                        "VACUUM",
                        "create unique index concurrently if not exists i on t (a)",
                        "DROP INDEX CONCURRENTLY i",
                        "REINDEX TABLE CONCURRENTLY t",
                        "CREATE DATABASE x",
                        "PRAGMA journal_mode=WAL"))
                .allMatch(sql -> new ScriptStatement(sql, 1).standsAlone());
        assertThat(List.of(
                        "CREATE INDEX concurrently_made ON t (a)",
                        "CREATE TABLE vacuum (id INT)",
                        "PRAGMA foreign_keys=ON"))
                .noneMatch(sql -> new ScriptStatement(sql, 1).standsAlone());
    }
}
