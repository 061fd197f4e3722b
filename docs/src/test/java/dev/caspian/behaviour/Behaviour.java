package dev.caspian.behaviour;

import com.zaxxer.hikari.HikariDataSource;
import dev.caspian.behaviour.client.PrismaClient;
import dev.caspian.client.ClientOptions;
import dev.caspian.schema.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What every behaviour starts from: an empty database of each kind, and a client of it. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
abstract class Behaviour {

    @Parameter
    TestDatabase database;

    PrismaClient prisma;

    /** The SQL that ran since the test began. */
    final List<String> sql = Collections.synchronizedList(new ArrayList<>());

    HikariDataSource dataSource;

    @BeforeEach
    void openAnEmptyDatabase() {
        Schema schema = database.schema("/behaviour.prisma");
        dataSource = Databases.of(database, "/behaviour.prisma", schema);
        prisma = new PrismaClient(ClientOptions.of(dataSource).schema(schema).onQuery(event -> sql.add(event.sql())));
        Databases.empty(database, dataSource, schema);
        sql.clear();
    }

    @AfterEach
    void noConnectionIsLost() {
        Assertions.assertThat(dataSource.getHikariPoolMXBean().getActiveConnections())
                .as("connections that were not given back")
                .isZero();
    }
}
