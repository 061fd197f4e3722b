package dev.caspian.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.caspian.behaviour.client.PrismaClient;
import dev.caspian.behaviour.client.User;
import dev.caspian.client.ClientOptions;
import dev.caspian.error.UniqueConstraintException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What hears of queries does not decide about them. Red where StatementRunner lets out what a listener throws. */
class QueryListenerTests extends Behaviour {

    private static final String SECRET = "sEcReT7Q";

    private PrismaClient heard;

    @BeforeEach
    void listenBadly() {
        heard = new PrismaClient(ClientOptions.of(dataSource)
                .schema(database.schema("/behaviour.prisma"))
                .onQuery(event -> {
                    throw new IllegalStateException("No " + SECRET);
                })
                .onQuery(event -> sql.add(event.sql())));
    }

    @Test
    void aListenerThatThrowsChangesNothingOfAQuery() {
        assertThat(heard.user().create(u -> u.email("a@x")).email()).isEqualTo("a@x");
        assertThat(heard.user().findMany()).hasSize(1);
        assertThat(heard.queryRaw(Long.class, "SELECT count(*) FROM \"users\"")).containsExactly(1L);
        try (var users = heard.user().stream()) {
            assertThat(users.map(User::email)).containsExactly("a@x");
        }
        assertThat(sql).hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void aListenerThatThrowsHidesNoFailure() {
        heard.user().create(u -> u.email("a@x"));

        assertThatExceptionOfType(UniqueConstraintException.class)
                .isThrownBy(() -> heard.user().create(u -> u.email("a@x")));
    }

    @Test
    void aListenerThatThrowsIsWarnedOfOnceForEachStatementWithoutItsWords() {
        String told;
        try (Told all = new Told()) {
            heard.user().create(u -> u.email("a@x"));
            told = all.text();
        }

        assertThat(told)
                .containsOnlyOnce("failed with `java.lang.IllegalStateException`")
                .doesNotContain(SECRET);
    }

    @Test
    void theLogTellsValuesOfParametersOnlyWhereItIsAskedFor() {
        PrismaClient talking = new PrismaClient(
                ClientOptions.of(dataSource).schema(prisma.schema()).logParameters());
        try (Told all = new Told()) {
            prisma.user().create(u -> u.email(SECRET + "1@x"));
            assertThat(all.text()).contains("INSERT INTO").doesNotContain(SECRET);
            talking.user().create(u -> u.email(SECRET + "2@x"));
            assertThat(all.text()).contains("Parameters: [" + SECRET + "2@x").doesNotContain(SECRET + "1");
        }
    }
}
