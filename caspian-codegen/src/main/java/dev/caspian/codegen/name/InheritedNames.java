package dev.caspian.codegen.name;

import dev.caspian.client.CaspianClient;
import dev.caspian.record.PrismaRecord;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The methods without arguments that generated classes inherit, which their own must not be confused with. */
final class InheritedNames {

    static final Set<String> OF_RECORDS = withoutArguments(PrismaRecord.class);
    static final Set<String> OF_CLIENTS = withoutArguments(CaspianClient.class);

    private InheritedNames() {}

    private static Set<String> withoutArguments(Class<?> type) {
        return Stream.of(type, Object.class)
                .flatMap(declaring -> Stream.of(declaring.getDeclaredMethods()))
                .filter(method -> method.getParameterCount() == 0)
                .filter(method ->
                        Modifier.isPublic(method.getModifiers()) || Modifier.isProtected(method.getModifiers()))
                .map(Method::getName)
                .collect(Collectors.toUnmodifiableSet());
    }
}
