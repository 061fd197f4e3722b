package com.example.replicas;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.replicas.prisma.Post;
import com.example.replicas.prisma.PrismaClient;
import com.example.replicas.prisma.User;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where an application reads that has said that the client may read from the replica outside of transactions, too. */
class PlainReadTests {

    @TempDir
    private static Path directory;

    private static ReplicatedServers servers;
    private static ReplicaApplication application;

    private final PrismaClient prisma = application.prisma();

    @BeforeAll
    static void start() throws IOException {
        servers = ReplicatedServers.shared();
        application = ReplicaApplication.start(
                servers, servers.standbyUrl(), directory, List.of(), "caspian.replica.plain-reads=true");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @BeforeEach
    void noUsers() {
        application.empty();
    }

    private User write(String email) {
        return prisma.user().create(u -> u.email(email).posts(posts -> posts.create(p -> p.title("first"))));
    }

    /** How many records each way to read sees. */
    private List<Supplier<Number>> reads() {
        return List.of(
                () -> prisma.user().findMany().size(),
                () -> prisma.user().findMany(q -> q.include(User.POSTS)).size(),
                () -> prisma.user().findMany(q -> q, User.EMAIL).size(),
                () -> prisma.user().findFirst(q -> q).isPresent() ? 1 : 0,
                () -> prisma.user().findUnique(User.EMAIL.eq("ann")).isPresent() ? 1 : 0,
                () -> prisma.user().count(),
                () -> prisma.user().exists() ? 1 : 0,
                () -> prisma.user().groupBy(g -> g.by(User.EMAIL)).size(),
                () -> {
                    try (Stream<User> users = prisma.user().stream(q -> q.include(User.POSTS))) {
                        return users.count();
                    }
                });
    }

    /** Guard: {@code Connections.connectToRead}, with which streams begin as well. */
    @Test
    void everyReadOfTheClientGoesToTheReplicaUnlessItInsistsOnThePrimary() {
        servers.withoutReplay(() -> {
            write("ann");

            assertThat(reads())
                    .allSatisfy(read -> assertThat(read.get().intValue()).isZero());
            assertThat(reads())
                    .allSatisfy(
                            read -> assertThat(prisma.primary(read).intValue()).isEqualTo(1));
            assertThat(reads())
                    .allSatisfy(read ->
                            assertThat(prisma.transaction(read).intValue()).isEqualTo(1));
        });
        servers.awaitReplay();
        assertThat(reads()).allSatisfy(read -> assertThat(read.get().intValue()).isEqualTo(1));
    }

    /** Guard, for the update of nothing: {@code PrimaryScope} in {@code WriteEngine}. */
    @Test
    void aWriteReturnsWhatThePrimaryHas() {
        servers.withoutReplay(() -> {
            User ann = write("ann");
            assertThat(prisma.user()
                            .update(u -> u.where(User.ID.eq(ann.id()))
                                    .data(User.NAME.set("Ann"))
                                    .include(User.POSTS.count()))
                            .count(User.POSTS))
                    .isEqualTo(1);
            assertThat(prisma.user().update(User.ID.eq(ann.id())).name()).isEqualTo("Ann");
            assertThat(prisma.user()
                            .upsert(u -> u.where(User.EMAIL.eq("ann"))
                                    .create(c -> c.email("ann"))
                                    .update(User.NAME.set("Anna"))
                                    .include(User.POSTS))
                            .posts())
                    .extracting(Post::title)
                    .containsExactly("first");
            Post second = prisma.post()
                    .create(p -> p.title("second").author(User.EMAIL.eq("ann")), r -> r.include(Post.AUTHOR));
            assertThat(second.author().name()).isEqualTo("Anna");
            assertThat(prisma.post().deleteMany(Post.AUTHOR.is(User.EMAIL.eq("ann"))))
                    .isEqualTo(2);
            assertThat(prisma.user()
                            .delete(User.EMAIL.eq("ann"), r -> r.include(User.POSTS))
                            .posts())
                    .isEmpty();
        });
    }

    @Test
    void sqlOfTheApplicationsOwnGoesToThePrimaryBecauseItMayWrite() {
        assertThat(application.clientIsOnStandby()).isFalse();
        assertThat(application.jdbcIsOnStandby()).isFalse();
        assertThat(prisma.queryRaw(String.class, "INSERT INTO \"User\" (\"email\") VALUES ('raw') RETURNING \"email\""))
                .containsExactly("raw");
    }
}
