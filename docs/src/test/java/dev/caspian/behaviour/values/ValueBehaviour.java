package dev.caspian.behaviour.values;

import com.zaxxer.hikari.HikariDataSource;
import dev.caspian.behaviour.Databases;
import dev.caspian.behaviour.TestDatabase;
import dev.caspian.behaviour.values.client.PrismaClient;
import dev.caspian.client.ClientOptions;
import dev.caspian.schema.Schema;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;

/** What tests of single values start from: an empty database of each kind with a column of every scalar type. */
abstract class ValueBehaviour {

    static final String SCHEMA = "/values.prisma";

    @Parameter
    TestDatabase database;

    Schema schema;

    HikariDataSource dataSource;

    PrismaClient prisma;

    @BeforeEach
    void openAnEmptyDatabase() {
        schema = database.schema(SCHEMA);
        dataSource = Databases.of(database, SCHEMA, schema);
        prisma = new PrismaClient(ClientOptions.of(dataSource).schema(schema));
        Databases.empty(database, dataSource, schema);
    }
}
