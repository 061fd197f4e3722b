package dev.caspian.behaviour;

import dev.caspian.behaviour.namespaces.client.PrismaClient;
import dev.caspian.provider.Capability;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What behaviours start from where a database has several schemas. */
@ParameterizedClass
@MethodSource("capableDatabases")
abstract class NamespaceBehaviour extends ClientBehaviour<PrismaClient> {

    NamespaceBehaviour() {
        super("/namespaces.prisma", PrismaClient::new);
    }

    static Stream<TestDatabase> capableDatabases() {
        return Arrays.stream(TestDatabase.values())
                .filter(database -> database.can(Capability.SCALAR_LISTS) && database.can(Capability.NAMESPACES));
    }
}
