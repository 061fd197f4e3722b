package dev.caspian.codegen.name;

import dev.caspian.client.CaspianClient;
import dev.caspian.record.PrismaRecord;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The methods that generated classes inherit, which their own must not be confused with. */
final class InheritedNames {

    /** Those that take no argument, as accessors of fields do. */
    static final Set<String> OF_RECORDS = methods(PrismaRecord.class, arguments -> arguments == 0);

    /** Those that take several arguments, as selectors of compound keys do. */
    static final Set<String> OF_KEYS = methods(PrismaRecord.class, arguments -> arguments > 1);

    /** Those that take no argument, as accessors of models do. */
    static final Set<String> OF_CLIENTS = methods(CaspianClient.class, arguments -> arguments == 0);

    private InheritedNames() {}

    private static Set<String> methods(Class<?> type, IntPredicate arguments) {
        return Stream.of(type, Object.class)
                .flatMap(declaring -> Stream.of(declaring.getDeclaredMethods()))
                .filter(method -> arguments.test(method.getParameterCount()))
                .filter(method ->
                        Modifier.isPublic(method.getModifiers()) || Modifier.isProtected(method.getModifiers()))
                .map(Method::getName)
                .collect(Collectors.toUnmodifiableSet());
    }
}
