package dev.caspian.migrate.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.migrate.PrismaMigrate;
import dev.caspian.provider.Provider;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DestructiveStatementTests {

    private static List<DestructiveStatement> in(String script) {
        return new PrismaMigrate(Provider.POSTGRESQL)
                .destructiveStatements(Migration.of("1_a", script.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> texts(String script) {
        return in(script).stream().map(DestructiveStatement::text).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            DROP TABLE "User"                                         | DROP TABLE "User"
            drop table if exists app."User", "Post" cascade           | drop table if exists app."User", "Post"
            DROP SCHEMA "app" CASCADE                                 | DROP SCHEMA "app"
            TRUNCATE TABLE "a", "b" RESTART IDENTITY                  | TRUNCATE TABLE "a", "b"
            DELETE FROM "User" WHERE "email" = 'alice@example.com'    | DELETE FROM "User"
            WITH x AS (SELECT 1) DELETE FROM only users USING x       | DELETE FROM only users
            ALTER TABLE "User" DROP COLUMN "name"                     | ALTER TABLE "User" DROP COLUMN "name"
            ALTER TABLE users DROP name                               | ALTER TABLE users DROP name
            ALTER TABLE "a" ALTER COLUMN "b" SET DATA TYPE numeric(10, 2) USING "b"::numeric | ALTER TABLE "a" ALTER COLUMN "b" SET DATA TYPE numeric(10, 2)
            DELETE /* 'all' */ FROM "a""b"                            | DELETE FROM "a""b"
            """)
    void tellsTheHeadOfAStatementWithoutItsValues(String sql, String head) {
        assertThat(texts(sql)).containsExactly(head);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP INDEX \"User_email_key\"",
                "ALTER TABLE \"a\" DROP CONSTRAINT \"a_pkey\", ADD CONSTRAINT \"a_pkey\" PRIMARY KEY (\"id\")",
                "ALTER TABLE \"a\" ALTER COLUMN \"b\" DROP DEFAULT, ALTER COLUMN \"b\" DROP NOT NULL",
                "ALTER TABLE \"a\" ADD COLUMN \"b\" TEXT DEFAULT 'x, DROP COLUMN y'",
                "INSERT INTO \"a\" VALUES ('DROP TABLE \"a\"; DELETE FROM \"a\"')",
                "-- DROP TABLE \"a\"\nSELECT 1",
                "CREATE TABLE \"DELETE FROM\" (\"id\" INTEGER)",
                "ALTER TABLE \"a\" ADD CONSTRAINT \"f\" FOREIGN KEY (\"x\") REFERENCES \"b\"(\"id\") ON DELETE CASCADE"
            })
    void leavesHarmlessStatementsAlone(String sql) {
        assertThat(texts(sql)).isEmpty();
    }

    @Test
    void tellsEachActionOfAStatementAndItsLine() {
        assertThat(in("CREATE TABLE \"b\" (\"id\" INTEGER);\n\n-- AlterTable\nALTER TABLE \"a\" DROP COLUMN \"b\",\n"
                        + "ADD COLUMN \"c\" TEXT,\nDROP COLUMN \"d\";"))
                .containsExactly(
                        new DestructiveStatement(4, "ALTER TABLE \"a\" DROP COLUMN \"b\""),
                        new DestructiveStatement(4, "ALTER TABLE \"a\" DROP COLUMN \"d\""));
    }

    @Test
    void tellsTheWarningsOfThePersonOrToolThatWroteTheScript() {
        assertThat(in("/*\n  Warnings:\n\n  - The column `a` will go.\n  - So will `b`.\n\n*/\nSELECT 1;\n"
                        + "/* Warnings:\n - none */"))
                .containsExactly(
                        new DestructiveStatement(4, "The column `a` will go."),
                        new DestructiveStatement(5, "So will `b`."));
    }

    @Test
    void knowsThatATableWhichIsBuiltAnewKeepsItsRows() {
        assertThat(
                        texts(
                                "CREATE TABLE \"new_User\" (\"id\" INTEGER);\nINSERT INTO \"new_User\" SELECT \"id\" FROM \"User\";\n"
                                        + "DROP TABLE \"User\";\nALTER TABLE \"new_User\" RENAME TO \"User\";\nDROP TABLE \"Post\";"))
                .containsExactly("DROP TABLE \"Post\"");
    }

    @Test
    void readsAStringOfAnyLength() {
        assertThat(texts("INSERT INTO \"a\" VALUES ('" + "it''s ".repeat(100_000) + "'); DROP TABLE \"a\""))
                .containsExactly("DROP TABLE \"a\"");
    }
}
