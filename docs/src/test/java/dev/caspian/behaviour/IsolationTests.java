package dev.caspian.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.transaction.annotation.Isolation;

/** Every isolation level is accepted; where a database has fewer, it gives a higher one. */
class IsolationTests extends TransactionBehaviour {

    private void elsewhere(Runnable work) {
        try (Threads threads = new Threads(1)) {
            threads.run(1, number -> work.run());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyLevelIsAccepted(Isolation isolation) {
        prisma.transaction(tx -> tx.isolation(isolation), () -> {
            prisma.tag().create(t -> t.name("a"));
            assertThat(tags()).containsExactly("a");
        });
        assertThat(tags()).containsExactly("a");
    }

    @ParameterizedTest
    @EnumSource
    void noLevelSeesWhatIsNotCommitted(Isolation isolation) {
        prisma.transaction(() -> {
            prisma.tag().create(t -> t.name("a"));
            elsewhere(() -> prisma.transaction(
                    tx -> tx.isolation(isolation).readOnly(),
                    () -> assertThat(tags()).isEmpty()));
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"REPEATABLE_READ", "SERIALIZABLE"})
    void whatWasReadOnceStaysTheSame(Isolation isolation) {
        prisma.transaction(tx -> tx.isolation(isolation).readOnly(), () -> {
            assertThat(tags()).isEmpty();
            elsewhere(() -> prisma.tag().create(t -> t.name("a")));
            assertThat(tags()).isEmpty();
        });
        assertThat(tags()).containsExactly("a");
    }
}
