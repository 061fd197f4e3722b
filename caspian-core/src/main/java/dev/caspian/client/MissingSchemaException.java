package dev.caspian.client;

/** A generated client has lost the schema that was generated with it. */
public final class MissingSchemaException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    MissingSchemaException(Class<?> client) {
        super("The resource `" + BundledSchema.SOURCE + "` is missing beside `" + client.getName()
                + "`. It is generated with the client: build the project again.");
    }
}
