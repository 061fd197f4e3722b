package dev.caspian.boot;

import dev.caspian.client.BundledSchema;
import dev.caspian.client.CaspianClient;
import dev.caspian.psl.InvalidSchemaException;
import dev.caspian.schema.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.ClassUtils;

/**
 * The clients on the class path, by the names that their generation left in {@code META-INF/services}.
 *
 * <p>Read as text, because a client has no constructor that {@link java.util.ServiceLoader} could call.
 */
public final class GeneratedClients {

    private static final String INDEX = "META-INF/services/" + CaspianClient.class.getName();

    private GeneratedClients() {}

    public static List<Class<? extends CaspianClient>> find(ClassLoader classLoader) {
        Set<Class<? extends CaspianClient>> clients = new LinkedHashSet<>();
        try {
            for (Resource index :
                    new PathMatchingResourcePatternResolver(classLoader).getResources("classpath*:" + INDEX)) {
                index.getContentAsString(StandardCharsets.UTF_8)
                        .lines()
                        .map(line -> line.replaceFirst("#.*", "").strip())
                        .filter(line -> !line.isEmpty())
                        .forEach(name -> clients.add(load(name, index, classLoader)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read `" + INDEX + "` from the class path.", e);
        }
        return List.copyOf(clients);
    }

    private static Class<? extends CaspianClient> load(String name, Resource index, ClassLoader classLoader) {
        try {
            return ClassUtils.forName(name, classLoader).asSubclass(CaspianClient.class);
        } catch (ClassNotFoundException | ClassCastException e) {
            throw new IllegalStateException(
                    "`" + index.getDescription() + "` names the client `" + name + "`, which is not there. Generate the"
                            + " client again: `mvn clean compile`.",
                    e);
        }
    }

    /** The schema of a client; empty when it lacks a valid one: then the client itself says so, and better. */
    public static Optional<Schema> schema(Class<? extends CaspianClient> client) {
        try {
            return Optional.of(BundledSchema.of(client));
        } catch (IllegalStateException | InvalidSchemaException e) {
            return Optional.empty();
        }
    }
}
