package dev.caspian.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import dev.caspian.behaviour.client.PrismaClient;
import dev.caspian.client.ClientOptions;
import dev.caspian.error.DatabaseFullException;
import dev.caspian.error.DatabaseUnreachableException;
import dev.caspian.error.InvalidQueryException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a database has no room for, and what it is not: out of reach. */
class NoRoomTests extends Behaviour {

    /** Guard: {@code Failure.Kind.FULL}. Without it, the database is told to be out of reach. */
    @Test
    void aFullDiskIsToldAsSuch() {
        List<String> statements = database.withoutRoom();
        int last = statements.size() - 1;
        assertThatExceptionOfType(DatabaseFullException.class)
                .isThrownBy(() -> prisma.transaction(() -> {
                    statements.subList(0, last).forEach(new JdbcTemplate(dataSource)::execute);
                    prisma.executeRaw(statements.get(last));
                }))
                .withMessageContaining("no room")
                .satisfies(full -> assertThat(full.code()).isEqualTo("P2036"));

        assertThat(prisma.setting().count()).isZero();
        prisma.setting().create(s -> s.name("a").value("b"));
    }

    /** Guard: the texts in {@code SqliteFailures}. Without them, a statement is told to be a value, or has no name. */
    @Test
    void aStatementThatIsTooLongOrTooDeepIsToldAsSuch() {
        for (String sql : database.tooComplex()) {
            assertThatExceptionOfType(InvalidQueryException.class)
                    .as(sql.substring(0, 20))
                    .isThrownBy(() -> prisma.queryRaw(sql))
                    .withMessageContaining("too deep or too long");
        }
    }

    /** Guard: the SQLState of a closed pool, and that {@code SqliteFailures} knows it. */
    @Test
    void aPoolThatIsClosedBeforeTheFirstStatementIsOutOfReach() throws Exception {
        try (HikariDataSource closed = database.create("closed")) {
            PrismaClient client = new PrismaClient(ClientOptions.of(closed).schema(prisma.schema()));
            Runnable closing = closed::close;
            assertThatExceptionOfType(DatabaseUnreachableException.class)
                    .isThrownBy(() -> client.transaction(() -> {
                        closing.run();
                        client.setting().count();
                    }));
        }
    }
}
