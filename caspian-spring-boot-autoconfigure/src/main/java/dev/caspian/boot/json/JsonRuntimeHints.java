package dev.caspian.boot.json;

import dev.caspian.boot.GeneratedClients;
import dev.caspian.client.CaspianClient;
import dev.caspian.client.ReadClient;
import dev.caspian.query.Json;
import dev.caspian.record.JsonRecord;
import dev.caspian.record.Patch;
import dev.caspian.record.PrismaRecord;
import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.ExecutableMode;
import org.springframework.aot.hint.ReflectionHints;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.TypeReference;
import org.springframework.core.ResolvableType;
import org.springframework.util.Assert;
import org.springframework.util.ClassUtils;

/**
 * Tells a native image what Jackson looks for by itself: how a record is made of Json and becomes it. Only that; whatever a
 * record is made of, its class says without reflection. Stateless.
 */
final class JsonRuntimeHints implements RuntimeHintsRegistrar {

    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
        ClassLoader loader = classLoader != null ? classLoader : ClassUtils.getDefaultClassLoader();
        Assert.state(loader != null, "No class loader");
        ReflectionHints reflection = hints.reflection();
        reflection.registerType(PrismaRecord.class, type -> type.withMethod("toMap", List.of(), ExecutableMode.INVOKE));
        reflection.registerType(
                Patch.class,
                type -> type.withConstructor(List.of(TypeReference.of(PrismaRecord.class)), ExecutableMode.INVOKE)
                        .withMethod("record", List.of(), ExecutableMode.INVOKE));
        reflection.registerType(
                Json.class, type -> type.withField("text").withMethod("text", List.of(), ExecutableMode.INVOKE));
        GeneratedClients.find(loader).forEach(client -> registerRecords(reflection, client));
    }

    /** This runs when the application is built, so that it may look at the client; the client itself is not registered. */
    private static void registerRecords(ReflectionHints reflection, Class<? extends CaspianClient> client) {
        for (Method method : client.getMethods()) {
            Class<?> made = ResolvableType.forMethodReturnType(method)
                    .as(ReadClient.class)
                    .resolveGeneric();
            if (made != null) {
                reflection.registerType(
                        made,
                        type -> type.withMethod(
                                "fromJson", List.of(TypeReference.of(JsonRecord.class)), ExecutableMode.INVOKE));
            }
        }
    }
}
