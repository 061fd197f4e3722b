package com.example.replicas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.example.replicas.prisma.Post;
import com.example.replicas.prisma.PrismaClient;
import com.example.replicas.prisma.User;
import com.zaxxer.hikari.HikariDataSource;
import dev.caspian.boot.CaspianReplica;
import dev.caspian.error.DatabaseUnreachableException;
import dev.caspian.error.InvalidQueryException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.annotation.Propagation;

/** Where an application reads that has a replica, which lags behind. Red without the routing in {@code ReplicatedDataSource}. */
class ReplicaTests {

    @TempDir
    private static Path directory;

    private static ReplicatedServers servers;
    private static ReplicaApplication application;

    private final PrismaClient prisma = application.prisma();
    private final Posts posts = application.posts();

    @BeforeAll
    static void start() throws IOException {
        servers = ReplicatedServers.shared();
        application = ReplicaApplication.start(servers, servers.standbyUrl(), directory, List.of());
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @BeforeEach
    void aUser() {
        application.empty();
        prisma.user().create(u -> u.email("alice@example.com"));
        servers.awaitReplay();
    }

    private void write(String title) {
        prisma.post().create(p -> p.title(title).author(User.EMAIL.eq("alice@example.com")));
    }

    private static List<String> titles(List<Post> posts) {
        return posts.stream().map(Post::title).toList();
    }

    @Test
    void aReadOnlyTransactionReadsFromTheReplicaWhoeverBeginsIt() {
        posts.read(() -> {
            assertThat(application.clientIsOnStandby()).isTrue();
            assertThat(application.jdbcIsOnStandby()).isTrue();
        });
        prisma.transaction(options -> options.readOnly(), () -> {
            assertThat(application.clientIsOnStandby()).isTrue();
            assertThat(application.jdbcIsOnStandby()).isTrue();
        });
    }

    @Test
    void everythingElseIsDoneByThePrimary() {
        assertThat(application.clientIsOnStandby()).isFalse();
        assertThat(application.jdbcIsOnStandby()).isFalse();
        prisma.transaction(() -> {
            assertThat(application.clientIsOnStandby()).isFalse();
            // It joins.
            posts.read(() -> assertThat(application.jdbcIsOnStandby()).isFalse());
        });
        posts.read(() -> prisma.transaction(options -> options.propagation(Propagation.REQUIRES_NEW), () -> {
            assertThat(application.clientIsOnStandby()).isFalse();
            write("from inside");
        }));
        assertThat(titles(prisma.post().findMany())).containsExactly("from inside");
    }

    @Test
    void onlyReadOnlyTransactionsMissWhatWasJustWritten() {
        servers.withoutReplay(() -> {
            write("new");

            assertThat(posts.newest()).isEmpty();
            assertThat(titles(prisma.post().findMany())).containsExactly("new");
            prisma.transaction(() -> assertThat(titles(posts.newest())).containsExactly("new"));
        });
        servers.awaitReplay();
        assertThat(titles(posts.newest())).containsExactly("new");
    }

    /** Red without the look at {@code PrimaryScope} in {@code ReplicatedDataSource.getConnection}. */
    @Test
    void whoInsistsOnThePrimaryReadsWhatWasJustWritten() {
        servers.withoutReplay(() -> {
            prisma.post().create(p -> p.title("News").author(User.EMAIL.eq("alice@example.com")));

            List<Post> newest = prisma.primary(() -> posts.newest());

            assertThat(titles(newest)).containsExactly("News");
            assertThat(posts.newest()).isEmpty();
            prisma.primary(() ->
                    posts.read(() -> assertThat(application.jdbcIsOnStandby()).isFalse()));
            posts.read(() -> assertThat(application.jdbcIsOnStandby()).isTrue());
        });
    }

    @Test
    void aWriteInAReadOnlyTransactionFailsOnEitherServer() {
        Runnable write = () -> write("refused");
        for (Runnable reading :
                List.<Runnable>of(() -> posts.read(write), () -> prisma.primary(() -> posts.read(write)))) {
            assertThatExceptionOfType(InvalidQueryException.class)
                    .isThrownBy(reading::run)
                    .withMessageContaining("read-only")
                    .withMessageContaining("`readOnly = true`");
        }
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> posts.read(
                        () -> application.jdbc().sql("DELETE FROM \"User\"").update()));
        assertThat(prisma.post().count()).isZero();
        assertThat(prisma.user().count()).isEqualTo(1);
    }

    /** The pool of the page. Not annotated, so that only an application that names it has it. */
    static class Replicas {

        @Bean(defaultCandidate = false)
        @CaspianReplica
        HikariDataSource replicas(@Value("${shop.replicas}") String url) {
            HikariDataSource pool = new HikariDataSource();
            pool.setJdbcUrl(url);
            return pool;
        }
    }

    @Test
    void aPoolOfTheApplicationsOwnPrefersTheStandbyAndFallsBackOnThePrimary(@TempDir Path migrations)
            throws IOException {
        String standby = servers.standbyUrl().replaceAll(".*@|/.*", "");
        String primary = servers.primaryUrl().replaceAll(".*@|/.*", "");
        for (String preferred : List.of(standby, "localhost:1")) {
            String url = "jdbc:postgresql://" + preferred + "," + primary
                    + "/postgres?user=postgres&targetServerType=preferSecondary";
            try (ReplicaApplication own = ReplicaApplication.start(
                    servers, "", migrations, List.of(Replicas.class), "shop.replicas=" + url)) {
                own.posts().read(() -> assertThat(own.jdbcIsOnStandby()).isEqualTo(preferred.equals(standby)));
            }
        }
    }

    /** Red if the pool of the replica takes part in the primary's transactions. */
    @Test
    void aReplicaThatTakesWritesIsNotWrittenTo(@TempDir Path migrations) throws IOException {
        try (ReplicaApplication mistaken = ReplicaApplication.start(
                servers, "jdbc:" + servers.primaryUrl().replace("postgres@", ""), migrations, List.of())) {
            assertThatExceptionOfType(InvalidQueryException.class)
                    .isThrownBy(() ->
                            mistaken.posts().read(() -> mistaken.prisma().user().create(u -> u.email("x"))))
                    .withMessageContaining("read-only");
        }
    }

    /** Guard: {@code ReplicatedDataSource} says what cannot be reached, and gives nobody the primary instead. */
    @Test
    void aReplicaThatIsDownIsAnErrorForThoseWhoReadFromItOnly(@TempDir Path migrations) throws IOException {
        try (ReplicaApplication half = ReplicaApplication.start(
                servers,
                "postgresql://localhost:1/postgres",
                migrations,
                List.of(),
                "caspian.replica.hikari.connection-timeout=250")) {
            half.prisma().user().create(u -> u.email("bob@example.com"));

            assertThatExceptionOfType(DatabaseUnreachableException.class)
                    .isThrownBy(() -> half.prisma()
                            .transaction(
                                    options -> options.readOnly(),
                                    () -> half.prisma().user().count()))
                    .withMessageContaining("no connection to the replica")
                    .withMessageContaining("localhost:1");
            assertThatExceptionOfType(CannotCreateTransactionException.class)
                    .isThrownBy(() -> half.posts().newest())
                    .withStackTraceContaining("no connection to the replica");
            assertThat(half.prisma().user().count()).isEqualTo(1);
            List<Post> posts = half.prisma().primary(() -> half.posts().newest());
            assertThat(posts).isEmpty();
        }
    }
}
