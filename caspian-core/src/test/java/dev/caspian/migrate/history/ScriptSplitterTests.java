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
        assertThat(new ScriptStatement("begin  transaction", 1).isTransactionBoundary())
                .isTrue();
        assertThat(new ScriptStatement("ROLLBACK", 1).isRollback()).isTrue();
        assertThat(new ScriptStatement("ROLLBACK TO a", 1).isRollback()).isFalse();
        assertThat(new ScriptStatement("select 1", 1).isTransactionBoundary()).isFalse();
    }
}
