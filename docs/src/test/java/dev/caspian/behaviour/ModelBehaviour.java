package dev.caspian.behaviour;

import dev.caspian.behaviour.models.client.PrismaClient;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What the behaviours of each kind of model start from. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
abstract class ModelBehaviour extends ClientBehaviour<PrismaClient> {

    ModelBehaviour() {
        super("/models.prisma", PrismaClient::new);
    }
}
