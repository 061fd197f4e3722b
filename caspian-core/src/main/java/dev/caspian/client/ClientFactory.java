package dev.caspian.client;

/**
 * Makes a generated client. One is generated with each client, and found by {@link java.util.ServiceLoader}: so nobody has to
 * reflect on generated classes, and native images need no hints for them. Thread-safe.
 *
 * @param <T> the client
 */
public interface ClientFactory<T extends CaspianClient> {

    /** The class of the client. */
    Class<T> type();

    /** Makes a client. */
    T create(ClientOptions options);
}
