package dev.caspian.boot.client;

import dev.caspian.client.CaspianClient;
import dev.caspian.client.ClientFactory;
import dev.caspian.client.ClientOptions;
import dev.caspian.record.RecordType;
import java.util.List;

/** A client as one is generated, but for its models. */
public final class NotesClient extends CaspianClient {

    private final ClientOptions options;

    public NotesClient(ClientOptions options) {
        super(options, NotesClient.class);
        this.options = options;
    }

    /** What it was made with. */
    public ClientOptions options() {
        return options;
    }

    /** Writes a note. */
    public void write(String text) {
        executeRaw("INSERT INTO \"Note\" (\"text\") VALUES (?)", text);
    }

    /** Every note. */
    public List<String> texts() {
        return queryRaw(String.class, "SELECT \"text\" FROM \"Note\" ORDER BY \"id\"");
    }

    @Override
    protected RecordType<?> recordType(String model) {
        throw withoutModel(model);
    }

    /** Makes it. */
    public static final class Factory implements ClientFactory<NotesClient> {

        @Override
        public Class<NotesClient> type() {
            return NotesClient.class;
        }

        @Override
        public NotesClient create(ClientOptions options) {
            return new NotesClient(options);
        }
    }
}
