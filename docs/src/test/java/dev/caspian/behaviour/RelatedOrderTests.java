package dev.caspian.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.behaviour.client.User;
import org.junit.jupiter.api.Test;

/** The order by what a related record has. */
class RelatedOrderTests extends Behaviour {

    @Test
    void countsNothingForARelatedRecordThatIsNotThere() {
        prisma.user().create(u -> u.email("nobody's"));
        prisma.user().create(u -> u.email("managed").manager(m -> m.create(c -> c.email("manager"))));

        assertThat(prisma.user()
                        .findMany(q -> q.where(User.EMAIL.ne("manager"))
                                .orderBy(User.MANAGER.orderBy(
                                        User.REPORTS.count().asc()))))
                .extracting(User::email)
                .containsExactly("nobody's", "managed");
        assertThat(prisma.user()
                        .findMany(q -> q.where(User.EMAIL.ne("manager"))
                                .orderBy(User.MANAGER.orderBy(
                                        User.REPORTS.count().desc()))))
                .extracting(User::email)
                .containsExactly("managed", "nobody's");
    }
}
