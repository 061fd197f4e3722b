package dev.caspian.boot;

import dev.caspian.client.CaspianClient;
import dev.caspian.client.ClientOptions;

/**
 * A bean that changes with which options the application's clients are made, after everything that Spring Boot knows of
 * them: beans of a lower order come first.
 *
 * <p>It does not see a client that the application makes itself.
 */
@FunctionalInterface
public interface PrismaClientCustomizer {

    /**
     * Changes the options of a client.
     *
     * @param client the class of the client, for an application that has several
     * @return the options to make it with, which may be the same
     */
    ClientOptions customize(ClientOptions options, Class<? extends CaspianClient> client);
}
