package dev.caspian.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.caspian.behaviour.client.Post;
import dev.caspian.behaviour.client.PrismaClient;
import dev.caspian.behaviour.client.Tag;
import dev.caspian.behaviour.client.User;
import dev.caspian.client.ClientOptions;
import dev.caspian.error.ConnectionTimeoutException;
import dev.caspian.error.ForeignKeyConstraintException;
import dev.caspian.error.InvalidValueException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** What connections must not be left with, and what must be done on whatever connection there is. */
class ConnectionTests extends Behaviour {

    @Test
    void writesThroughAPoolWhoseConnectionsDoNotCommitByThemselves() {
        HikariConfig pool = new HikariConfig();
        pool.setDataSource(dataSource);
        pool.setAutoCommit(false);
        pool.setMaximumPoolSize(2);
        try (HikariDataSource manual = new HikariDataSource(pool)) {
            PrismaClient client = new PrismaClient(ClientOptions.of(manual).schema(prisma.schema()));
            User ann = client.user().create(u -> u.email("ann@x"));
            client.post().createMany(many -> many.data(p -> p.title("a").authorId(ann.id())));
            client.user().update(User.ID.eq(ann.id()), User.NAME.set("Ann"));
            assertThatThrownBy(() -> client.user().create(u -> u.email("ann@x")));

            assertThat(client.user().findMany(q -> q.include(User.POSTS)))
                    .singleElement()
                    .satisfies(found -> assertThat(found.posts()).hasSize(1));
            try (Stream<Post> posts = client.post().stream(Post.AUTHOR.is(User.NAME.eq("Ann")))) {
                assertThat(posts).hasSize(1);
            }
        }
        assertThat(prisma.user().findMany()).extracting(User::name).containsExactly("Ann");
    }

    /** Guard: statements are committed together only by a pool that the client was given itself. */
    @Test
    void takesEveryConnectionFromTheDataSourceInFrontOfThePool() {
        AtomicInteger taken = new AtomicInteger();
        DataSource counting = new DelegatingDataSource(dataSource) {
            @Override
            public Connection getConnection() throws SQLException {
                taken.incrementAndGet();
                return super.getConnection();
            }
        };
        PrismaClient client = new PrismaClient(ClientOptions.of(counting).schema(prisma.schema()));

        client.tag().create(t -> t.name("a"));

        assertThat(taken).hasValue(1);
    }

    /** {@code RecordStream.abandon} closes the statement: a pool would, and nobody would know. */
    @Test
    void givesTheConnectionBackOfAStreamThatDoesNotBegin() {
        for (int i = 0; i < 12; i++) {
            assertThatExceptionOfType(InvalidValueException.class)
                    .isThrownBy(() -> prisma.tag().stream(Tag.NAME.eq("\uD800")).close());
        }
        assertThat(prisma.tag().create(t -> t.name("a")).name()).isEqualTo("a");
    }

    @Test
    void toldByTheCommitOnlyAFailureIsTheSameError() {
        assertThatExceptionOfType(ForeignKeyConstraintException.class)
                .isThrownBy(() -> prisma.transaction(() -> {
                    prisma.executeRaw(database.deferringForeignKeysOfPosts());
                    prisma.post().create(p -> p.title("a").authorId(7));
                }));

        assertThat(prisma.post().count()).isZero();
        assertThat(prisma.user().create(u -> u.email("ann@x")).email()).isEqualTo("ann@x");
    }

    /** Guard: a connection that its first statement takes fails as one that is taken before. */
    @Test
    void saysThatThePoolHadNoConnectionInTime() throws SQLException {
        HikariConfig pool = new HikariConfig();
        pool.setDataSource(dataSource);
        pool.setMaximumPoolSize(1);
        pool.setConnectionTimeout(250);
        try (HikariDataSource small = new HikariDataSource(pool);
                Connection held = small.getConnection()) {
            PrismaClient client = new PrismaClient(ClientOptions.of(small).schema(prisma.schema()));
            assertThat(held.isClosed()).isFalse();
            assertThatExceptionOfType(ConnectionTimeoutException.class)
                    .isThrownBy(() -> client.tag().findMany());
        }
    }
}
