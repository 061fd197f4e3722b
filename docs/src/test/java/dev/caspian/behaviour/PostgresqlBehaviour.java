package dev.caspian.behaviour;

import dev.caspian.behaviour.postgresql.client.PrismaClient;
import dev.caspian.provider.Capability;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What behaviours start from that only some databases have: scalar lists, native types, several schemas. */
@ParameterizedClass
@MethodSource("capableDatabases")
abstract class PostgresqlBehaviour extends ClientBehaviour<PrismaClient> {

    PostgresqlBehaviour() {
        super("/postgresql.prisma", PrismaClient::new);
    }

    static Stream<TestDatabase> capableDatabases() {
        return Arrays.stream(TestDatabase.values())
                .filter(database -> database.can(Capability.SCALAR_LISTS) && database.can(Capability.NAMESPACES));
    }
}
