package dev.caspian.behaviour;

import com.zaxxer.hikari.HikariDataSource;
import dev.caspian.behaviour.postgresql.client.PrismaClient;
import dev.caspian.client.ClientOptions;
import dev.caspian.provider.Capability;
import dev.caspian.schema.Schema;
import java.util.Arrays;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What behaviours start from that only some databases have: scalar lists, native types, several schemas. */
@ParameterizedClass
@MethodSource("capableDatabases")
abstract class PostgresqlBehaviour {

    private static final String SCHEMA = "/postgresql.prisma";

    @Parameter
    TestDatabase database;

    PrismaClient prisma;

    HikariDataSource dataSource;

    static Stream<TestDatabase> capableDatabases() {
        return Arrays.stream(TestDatabase.values())
                .filter(database -> database.can(Capability.SCALAR_LISTS) && database.can(Capability.NAMESPACES));
    }

    @BeforeEach
    void openAnEmptyDatabase() {
        Schema schema = database.schema(SCHEMA);
        dataSource = Databases.of(database, SCHEMA, schema);
        prisma = new PrismaClient(ClientOptions.of(dataSource));
        Databases.empty(database, dataSource, schema);
    }

    @AfterEach
    void noConnectionIsLost() {
        Assertions.assertThat(dataSource.getHikariPoolMXBean().getActiveConnections())
                .as("connections that were not given back")
                .isZero();
    }
}
