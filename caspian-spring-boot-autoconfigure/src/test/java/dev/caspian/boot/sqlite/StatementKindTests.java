package dev.caspian.boot.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLSyntaxErrorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementKindTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1",
                "  select * from t where x = 'DELETE'",
                "-- why\n/* UPDATE\n */ SELECT 1",
                "WITH a AS (SELECT 1) SELECT * FROM a",
                "PRAGMA foreign_keys = OFF",
                "BEGIN IMMEDIATE"
            })
    void knowsWhatOnlyReads(String sql) {
        assertThat(StatementKind.mayWrite(sql)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO t VALUES (1) RETURNING a",
                "update t set a = 1",
                "/* SELECT */ DELETE FROM t",
                "WITH a AS (SELECT 1) INSERT INTO t SELECT * FROM a",
                "CREATE TABLE selection (a)",
                "SELECTED",
                ""
            })
    void takesTheRestForWriting(String sql) {
        assertThat(StatementKind.mayWrite(sql)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1",
                "SELECT 1;",
                "SELECT 1; -- one; and only",
                "SELECT 1 /* one; */ ; /* and; only */ ;\n",
                "SELECT ';', \";\", `;`, [;], 'it''s; one'",
                "SELECT 3 / 2 - 1;",
                "-- first; this\nSELECT 1",
                "SELECT 1; /* to the end",
                "CREATE TRIGGER t AFTER INSERT ON a BEGIN DELETE FROM b; DELETE FROM c; END",
                "/* ; */ create temp trigger t after insert on a begin delete from b; end;",
                ""
            })
    void acceptsOneStatement(String sql) {
        assertThatCode(() -> StatementKind.requireSingle(sql)).doesNotThrowAnyException();
    }

    /** Guard: {@code requireSingle}. {@link PlainDriverTests} shows that the driver runs what was injected. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1; DROP TABLE b",
                "UPDATE a SET b = ';'; DELETE FROM a",
                "SELECT 1; -- one\n DROP TABLE b",
                "SELECT 1 /* ' */; DROP TABLE b --'",
                "SELECT '--'; DROP TABLE b",
                "SELECT 1; ; SELECT 2;"
            })
    void refusesSeveralStatementsInOneText(String sql) {
        assertThatThrownBy(() -> StatementKind.requireSingle(sql))
                .hasMessageContaining("more than one statement")
                .hasMessageNotContaining("DROP");
    }

    @Test
    void looksThroughALongTextWithoutGettingLost() {
        String values = "('it''s;', /* ; */ \"a\"), ".repeat(40_000);
        assertThatCode(() -> StatementKind.requireSingle("INSERT INTO t VALUES " + values + "(1, 2);"))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> StatementKind.requireSingle("INSERT INTO t VALUES " + values + "(1, 2); SELECT 1"))
                .isInstanceOf(SQLSyntaxErrorException.class);
        assertThat(StatementKind.mayWrite(" \n".repeat(100_000) + "SELECT 1")).isFalse();
    }
}
