package dev.caspian.boot;

import dev.caspian.client.CaspianClient;
import dev.caspian.client.ClientFactory;
import dev.caspian.client.ClientOptions;
import javax.sql.DataSource;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.beans.factory.BeanRegistry.SupplierContext;
import org.springframework.core.env.Environment;
import org.springframework.util.Assert;
import org.springframework.util.ClassUtils;

/** Registers each generated client under its own type. Ahead-of-time processing runs it again when the application starts. */
final class ClientRegistrar implements BeanRegistrar {

    @Override
    public void register(BeanRegistry registry, Environment environment) {
        ClassLoader classLoader = ClassUtils.getDefaultClassLoader();
        Assert.state(classLoader != null, "No class loader");
        GeneratedClients.factories(classLoader).forEach(factory -> register(registry, factory));
    }

    /** Lazily, so that a client which nobody asks for may have no DataSource of its own. */
    private static <T extends CaspianClient> void register(BeanRegistry registry, ClientFactory<T> factory) {
        registry.registerBean(
                factory.type(), spec -> spec.fallback().lazyInit().supplier(context -> create(factory, context)));
    }

    private static <T extends CaspianClient> T create(ClientFactory<T> factory, SupplierContext context) {
        // Spring Boot makes what it waits for first, but cannot tell so to what is registered anew when the application
        // starts.
        context.bean(InitializedDatabase.class);
        DataSource dataSource = context.bean(ApplicationDatabases.class).dataSource(factory.type());
        ClientOptions options = new ConfiguredOptions(context, factory.type()).of(dataSource);
        T client = factory.create(options);
        ProviderGuard.check(client, dataSource);
        return client;
    }
}
