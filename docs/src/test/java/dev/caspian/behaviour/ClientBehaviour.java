package dev.caspian.behaviour;

import com.zaxxer.hikari.HikariDataSource;
import dev.caspian.client.CaspianClient;
import dev.caspian.client.ClientOptions;
import dev.caspian.schema.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;

/** What every behaviour starts from: an empty database with the tables of a schema, and a client of it. */
abstract class ClientBehaviour<P extends CaspianClient> {

    private final String schema;
    private final Function<ClientOptions, P> client;

    @Parameter
    TestDatabase database;

    P prisma;

    /** The SQL that ran since the test began. */
    final List<String> sql = Collections.synchronizedList(new ArrayList<>());

    HikariDataSource dataSource;

    /**
     * Prepares behaviours of one client.
     *
     * @param schema the resource that the client was generated from
     */
    ClientBehaviour(String schema, Function<ClientOptions, P> client) {
        this.schema = schema;
        this.client = client;
    }

    @BeforeEach
    void openAnEmptyDatabase() {
        Schema compiled = database.schema(schema);
        dataSource = Databases.of(database, schema, compiled);
        prisma = client.apply(ClientOptions.of(dataSource).schema(compiled).onQuery(event -> sql.add(event.sql())));
        Databases.empty(database, dataSource, compiled);
        sql.clear();
    }
}
