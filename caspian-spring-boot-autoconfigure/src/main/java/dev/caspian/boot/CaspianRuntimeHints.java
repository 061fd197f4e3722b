package dev.caspian.boot;

import dev.caspian.client.BundledSchema;
import dev.caspian.client.CaspianClient;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.ResourceHints;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.util.Assert;
import org.springframework.util.ClassUtils;

/**
 * Tells which resources a native image needs: schemas, migrations and seeds. What makes the clients it takes in by itself, as
 * it does with all services.
 */
final class CaspianRuntimeHints implements RuntimeHintsRegistrar {

    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
        ClassLoader loader = classLoader != null ? classLoader : ClassUtils.getDefaultClassLoader();
        Assert.state(loader != null, "No class loader");
        ResourceHints resources = hints.resources();
        for (Class<? extends CaspianClient> client : GeneratedClients.find(loader)) {
            String folder = ClassUtils.classPackageAsResourcePath(client) + "/";
            resources.registerPattern(folder + BundledSchema.STORED).registerPattern(folder + BundledSchema.SOURCE);
        }
        resources
                .registerPattern("prisma/migrations/**")
                .registerPattern("prisma/seed.sql")
                .registerPattern("prisma/seed/*.sql");
    }
}
