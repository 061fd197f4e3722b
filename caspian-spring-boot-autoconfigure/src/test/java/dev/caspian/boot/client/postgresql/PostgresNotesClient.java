package dev.caspian.boot.client.postgresql;

import dev.caspian.client.CaspianClient;
import dev.caspian.client.ClientOptions;
import dev.caspian.record.RecordType;

/** A client for PostgreSQL as one is generated, but for its models. */
public final class PostgresNotesClient extends CaspianClient {

    public PostgresNotesClient(ClientOptions options) {
        super(options, PostgresNotesClient.class);
    }

    @Override
    protected RecordType<?> recordType(String model) {
        throw withoutModel(model);
    }
}
