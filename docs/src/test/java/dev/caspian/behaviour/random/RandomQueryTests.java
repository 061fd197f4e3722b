package dev.caspian.behaviour.random;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.caspian.behaviour.Databases;
import dev.caspian.behaviour.TestDatabase;
import dev.caspian.behaviour.client.PrismaClient;
import dev.caspian.client.ClientOptions;
import dev.caspian.schema.Schema;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Random queries over random records, whose answers are compared with an evaluation in memory.
 *
 * <p>{@code -Dcaspian.queries} says how many. A difference is reported with its seed; {@code -Dcaspian.seed} begins with
 * it.
 */
class RandomQueryTests {

    private static final int QUERIES_OF_A_ROUND = 50;
    private static final int REPORTED = Integer.getInteger("caspian.reported", 5);
    private static final Instant NOW = Instant.parse("2030-01-02T03:04:05.678Z");

    @ParameterizedTest
    @EnumSource
    void answersAsAnEvaluationInMemoryDoes(TestDatabase database) {
        int queries = Integer.getInteger("caspian.queries", 1000);
        long seed = Long.getLong("caspian.seed", 1);
        List<String> differences = new ArrayList<>();
        Schema schema = database.schema("/behaviour.prisma");
        try (HikariDataSource dataSource = database.create()) {
            database.push(dataSource, schema);
            DataSourceTransactionManager transactions = new DataSourceTransactionManager(dataSource);
            PrismaClient prisma = new PrismaClient(ClientOptions.of(dataSource)
                    .transactionManager(transactions)
                    .schema(schema)
                    .clock(Clock.fixed(NOW, ZoneOffset.UTC)));
            Catalogue catalogue = new Catalogue(schema, prisma);
            Consumer<Runnable> rolledBack =
                    work -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                        status.setRollbackOnly();
                        work.run();
                    });
            for (int query = 0; query < queries; query += QUERIES_OF_A_ROUND) {
                Round round = new Round(database, schema, catalogue, seed, NOW);
                Databases.empty(database, dataSource, schema);
                DataWriter.write(round.data(), prisma);
                for (int number = 0; number < QUERIES_OF_A_ROUND; number++) {
                    Difference difference = round.check(number, rolledBack);
                    if (!difference.isNone()) {
                        differences.add("-Dcaspian.seed=" + seed + ", query " + number + ": " + difference + "\namong\n"
                                + round.data());
                    }
                }
                seed++;
            }
            assertThat(dataSource.getHikariPoolMXBean().getActiveConnections())
                    .as("connections that were not given back")
                    .isZero();
        }
        assertThat(differences.subList(0, Math.min(REPORTED, differences.size())))
                .as("%d differences in %d queries", differences.size(), queries)
                .isEmpty();
    }
}
