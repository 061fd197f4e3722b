package dev.caspian.behaviour;

import dev.caspian.behaviour.client.PrismaClient;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What most behaviours start from: one of everything that a schema can say on every database. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
abstract class Behaviour extends ClientBehaviour<PrismaClient> {

    Behaviour() {
        super("/behaviour.prisma", PrismaClient::new);
    }
}
