package dev.caspian.boot.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

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
}
