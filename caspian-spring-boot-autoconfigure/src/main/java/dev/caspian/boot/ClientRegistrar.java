package dev.caspian.boot;

import dev.caspian.client.CaspianClient;
import dev.caspian.client.ClientOptions;
import java.lang.reflect.Constructor;
import javax.sql.DataSource;
import org.springframework.beans.BeanUtils;
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
        GeneratedClients.find(classLoader).forEach(type -> register(registry, type));
    }

    /** Lazily, so that a client which nobody asks for may have no DataSource of its own. */
    private static <T extends CaspianClient> void register(BeanRegistry registry, Class<T> type) {
        registry.registerBean(type, spec -> spec.fallback().lazyInit().supplier(context -> create(type, context)));
    }

    private static <T extends CaspianClient> T create(Class<T> type, SupplierContext context) {
        DataSource dataSource = context.bean(DataSource.class);
        ClientOptions options = new ConfiguredOptions(context, type).of(dataSource);
        T client = BeanUtils.instantiateClass(constructor(type), options);
        ProviderGuard.check(client, dataSource);
        return client;
    }

    private static <T extends CaspianClient> Constructor<T> constructor(Class<T> type) {
        try {
            return type.getConstructor(ClientOptions.class);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(
                    "`" + type.getName() + "` has no constructor that takes `ClientOptions`. Generate the client again:"
                            + " `mvn clean compile`.",
                    e);
        }
    }
}
