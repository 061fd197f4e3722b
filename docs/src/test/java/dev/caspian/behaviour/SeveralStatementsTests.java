package dev.caspian.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.caspian.error.InvalidQueryException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A raw call runs one statement, however a second one is disguised.
 *
 * <p>The PreparedStatement of SQLite leaves the others out without a word, and that of PostgreSQL runs them all: what
 * refuses them is {@code SingleStatement}.
 */
class SeveralStatementsTests extends Behaviour {

    private static final String SECOND = "DELETE FROM \"Setting\"";

    @BeforeEach
    void thereIsSomethingToLose() {
        prisma.setting().create(s -> s.name("name").value("value"));
    }

    @Test
    void aSecondStatementIsRefused() {
        for (String sql : List.of(
                "SELECT 1; %s",
                "SELECT 1;;\n;%s",
                "SELECT 1 -- it ends here\r; %s",
                "SELECT 1 -- ' \n; %s --'",
                "SELECT 1 /* /* */ ' */ ; %s --'",
                "SELECT 1 /* ' */; %s; --'",
                "SELECT 1 AS a$$; %s; SELECT 1 AS b$$",
                "SELECT 1 AS \u00e4$$; %s; SELECT 1 AS b$$",
                "SELECT '\\'; %s; --'",
                "SELECT '''' ; %s; --'",
                "SELECT 1 AS \"a\"\"\"; %s; --\"",
                "CREATE TRIGGER x AFTER INSERT ON \"Setting\" BEGIN SELECT 1; END; %s",
                "CREATE TRIGGER x AFTER INSERT ON \"Setting\" BEGIN SELECT 1; END; %s; SELECT CASE WHEN 1 = 1 THEN 1 END",
                "CREATE FUNCTION x() RETURNS int LANGUAGE sql AS 'SELECT 1'; %s",
                "CREATE FUNCTION x() RETURNS int LANGUAGE sql AS $a$ SELECT 1; $a$; %s")) {
            String both = sql.formatted(SECOND);

            assertThatExceptionOfType(InvalidQueryException.class)
                    .as(both)
                    .isThrownBy(() -> prisma.executeRaw(both))
                    .withMessageContaining("one statement");
            assertThatExceptionOfType(InvalidQueryException.class).as(both).isThrownBy(() -> prisma.queryRaw(both));
        }
        assertThat(prisma.setting().count()).isEqualTo(1);
    }

    @Test
    void whatOnlyLooksLikeASecondStatementIsText() {
        for (String sql : List.of(
                "UPDATE \"Setting\" SET \"value\" = 'a; %s'",
                "UPDATE \"Setting\" SET \"value\" = 'it''s; %s'; -- %s",
                "UPDATE \"Setting\" /* ; %s */ SET \"value\" = 'b' ;\r\n")) {
            assertThat(prisma.executeRaw(sql.formatted(SECOND, SECOND))).isEqualTo(1);
        }
    }

    @Test
    void aValueWithASecondStatementIsAValue() {
        String value = "'; " + SECOND + "; --";

        assertThat(prisma.executeRaw("UPDATE \"Setting\" SET \"value\" = ?", value))
                .isEqualTo(1);
        assertThat(prisma.setting().findMany().get(0).value()).isEqualTo(value);
    }

    /**
     * Guard: {@code SingleStatement.TRANSACTION}. Without it, half of the transaction is saved although it failed. The last
     * text is a SELECT where comments nest, and a COMMIT elsewhere, as on SQLite: there the guard is the second look at it.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "COMMIT",
                "commit;",
                " /* a */ END",
                "ROLLBACK",
                "rollback transaction",
                "BEGIN",
                "-- a\nBEGIN",
                "\uFEFFCOMMIT",
                "/* /* */ COMMIT -- */ SELECT 1"
            })
    void beginNorEndTransactions(String text) {
        assertThatExceptionOfType(InvalidQueryException.class)
                .isThrownBy(() -> prisma.transaction(() -> {
                    prisma.tag().create(t -> t.name("a"));
                    prisma.executeRaw(text);
                }))
                .withMessageContaining("Use `prisma.transaction(…)` or `@Transactional`");
        assertThat(prisma.tag().count()).isZero();
    }

    @Test
    void mayGoBackToASavepoint() {
        prisma.transaction(() -> {
            prisma.executeRaw("SAVEPOINT here");
            prisma.tag().create(t -> t.name("a"));
            prisma.executeRaw("ROLLBACK TO here");
        });
        assertThat(prisma.tag().count()).isZero();
    }
}
