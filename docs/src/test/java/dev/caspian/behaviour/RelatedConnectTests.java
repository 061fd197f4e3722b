package dev.caspian.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.caspian.behaviour.client.Profile;
import dev.caspian.behaviour.client.User;
import dev.caspian.error.RecordNotFoundException;
import org.junit.jupiter.api.Test;

/** Connecting the one record that a one-to-one relation has room for. */
class RelatedConnectTests extends Behaviour {

    @Test
    void missesTheNextRecordBeforeThePreviousOneStandsInTheWay() {
        prisma.user().create(u -> u.email("ann@x").profile(p -> p.create(c -> c.bio("a"))));

        assertThatExceptionOfType(RecordNotFoundException.class)
                .isThrownBy(() ->
                        prisma.user().update(User.EMAIL.eq("ann@x"), User.PROFILE.connect(Profile.ID.eq("nobody's"))));
        assertThat(prisma.profile().count()).isEqualTo(1);
    }
}
