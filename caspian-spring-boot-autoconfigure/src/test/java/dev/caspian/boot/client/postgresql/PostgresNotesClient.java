package dev.caspian.boot.client.postgresql;

import dev.caspian.client.CaspianClient;
import dev.caspian.client.ClientFactory;
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

    /** Makes it. */
    public static final class Factory implements ClientFactory<PostgresNotesClient> {

        @Override
        public Class<PostgresNotesClient> type() {
            return PostgresNotesClient.class;
        }

        @Override
        public PostgresNotesClient create(ClientOptions options) {
            return new PostgresNotesClient(options);
        }
    }
}
