package dev.caspian.codegen.support;

import dev.caspian.client.CaspianClient;
import dev.caspian.client.ClientOptions;
import java.lang.reflect.Constructor;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Makes the first client of a process, and prints how many models it has and how many milliseconds that took. */
public final class ClientStart {

    private ClientStart() {}

    public static void main(String[] arguments) throws ReflectiveOperationException {
        ClientOptions options = ClientOptions.of(new DriverManagerDataSource("jdbc:sqlite:nowhere.db"));
        Constructor<? extends CaspianClient> constructor = Class.forName(
                        arguments[0], false, ClientStart.class.getClassLoader())
                .asSubclass(CaspianClient.class)
                .getConstructor(ClientOptions.class);
        long start = System.nanoTime();
        CaspianClient client = constructor.newInstance(options);
        System.out.println(
                client.schema().models().size() + " models, milliseconds: " + (System.nanoTime() - start) / 1_000_000);
    }
}
