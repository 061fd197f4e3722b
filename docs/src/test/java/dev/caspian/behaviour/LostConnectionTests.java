package dev.caspian.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.caspian.behaviour.client.PrismaClient;
import dev.caspian.behaviour.client.Tag;
import dev.caspian.error.CommitOutcomeUnknownException;
import dev.caspian.error.DatabaseUnreachableException;
import dev.caspian.error.PrismaException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A session that its server ends is a typed error wherever that happens. Its connection leaves the pool, and the next call
 * gets another one.
 */
@ParameterizedClass
@EnumSource(value = TestDatabase.class, names = "POSTGRESQL")
class LostConnectionTests extends ClientBehaviour<PrismaClient> {

    private static final String SESSION = "SELECT pg_backend_pid()";

    private JdbcClient beside;

    LostConnectionTests() {
        super("/behaviour.prisma", PrismaClient::new);
    }

    @BeforeEach
    void connectBesideThePool() {
        beside = JdbcClient.create(new DriverManagerDataSource(dataSource.getJdbcUrl()));
    }

    /** Ends a session, and comes back when it is over. */
    private void end(int session) {
        beside.sql("SELECT pg_terminate_backend(?, 60000)")
                .param(session)
                .query(Boolean.class)
                .single();
    }

    private int session() {
        return prisma.queryRaw(Integer.class, SESSION).get(0);
    }

    private void isHealthy() {
        prisma.transaction(() -> prisma.tag().create(t -> t.name("next")));
        assertThat(prisma.tag().findMany()).extracting(Tag::name).contains("next");
    }

    /** The pool does not ask whether a connection still works that was used just now. */
    @Test
    void inThePoolItCostsOneCallAtMostForEachConnection() {
        beside.sql(
                        "SELECT count(pg_terminate_backend(pid, 60000)) FROM pg_stat_activity"
                                + " WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'")
                .query(Long.class)
                .single();

        List<Throwable> failures = new ArrayList<>();
        for (int i = 0; i < dataSource.getMaximumPoolSize(); i++) {
            Throwable failure = catchThrowable(() -> prisma.tag().count());
            if (failure != null) {
                failures.add(failure);
            }
        }
        assertThat(failures).allSatisfy(e -> assertThat(e).isInstanceOf(DatabaseUnreachableException.class));
        isHealthy();
    }

    @Test
    void inATransactionNothingOfItIsSaved() {
        assertThatExceptionOfType(DatabaseUnreachableException.class)
                .isThrownBy(() -> prisma.transaction(() -> {
                    prisma.tag().create(t -> t.name("undone"));
                    end(session());
                    prisma.tag().create(t -> t.name("never sent"));
                }))
                .satisfies(e -> assertThat(e.code()).isEqualTo("P1001"));

        assertThat(prisma.tag().findMany()).isEmpty();
        isHealthy();
    }

    @Test
    void beforeTheCommitIsReadTheOutcomeIsUnknownToo() {
        assertThatExceptionOfType(CommitOutcomeUnknownException.class)
                .isThrownBy(() -> prisma.transaction(() -> {
                    prisma.tag().create(t -> t.name("undone"));
                    end(session());
                }));

        assertThat(prisma.tag().findMany()).isEmpty();
        isHealthy();
    }

    @Test
    void aCallThatJoinsATransactionIsNotItsCommit() {
        assertThatExceptionOfType(DatabaseUnreachableException.class)
                .isThrownBy(() -> prisma.transaction(() -> {
                    end(session());
                    prisma.tag().createMany(many -> many.data(t -> t.name("a")).data(t -> t.name("b")));
                }));

        assertThat(prisma.tag().findMany()).isEmpty();
        isHealthy();
    }

    private void fill() {
        prisma.executeRaw("INSERT INTO \"Tag\" (name) SELECT 'tag ' || n FROM generate_series(1, 2000) AS n");
    }

    private static void readToTheEnd(Iterator<Tag> tags) {
        tags.forEachRemaining(tag -> assertThat(tag.name()).startsWith("tag"));
    }

    @Test
    void aStreamEndsWithAnErrorAndGivesItsConnectionBack() {
        fill();
        Throwable failure = catchThrowable(() -> {
            try (Stream<Tag> tags = prisma.tag().stream()) {
                Iterator<Tag> iterator = tags.iterator();
                iterator.next();
                endStreams();
                readToTheEnd(iterator);
            }
        });

        assertThat(failure).isInstanceOf(DatabaseUnreachableException.class);
        assertThat(failure.getSuppressed()).allSatisfy(e -> assertThat(e).isInstanceOf(PrismaException.class));
        assertThat(dataSource.getHikariPoolMXBean().getActiveConnections()).isZero();
        isHealthy();
    }

    /** Ends the sessions of transactions that are idle: those of the streams. */
    private void endStreams() {
        assertThat(beside.sql("SELECT count(pg_terminate_backend(pid, 60000)) FROM pg_stat_activity"
                                + " WHERE datname = current_database() AND state = 'idle in transaction'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aStreamInATransactionEndsIt() {
        fill();
        assertThatExceptionOfType(DatabaseUnreachableException.class)
                .isThrownBy(() -> prisma.transaction(() -> {
                    prisma.tag().create(t -> t.name("tag undone"));
                    try (Stream<Tag> tags = prisma.tag().stream()) {
                        Iterator<Tag> iterator = tags.iterator();
                        iterator.next();
                        end(session());
                        readToTheEnd(iterator);
                    }
                }));

        assertThat(prisma.tag().count(Tag.NAME.eq("tag undone"))).isZero();
        assertThat(dataSource.getHikariPoolMXBean().getActiveConnections()).isZero();
        isHealthy();
    }
}
