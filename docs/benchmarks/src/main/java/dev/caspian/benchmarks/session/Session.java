package dev.caspian.benchmarks.session;

import dev.caspian.benchmarks.peer.Database;
import dev.caspian.benchmarks.peer.Databases;
import dev.caspian.benchmarks.peer.Peer;
import dev.caspian.benchmarks.peer.PeerName;
import dev.caspian.benchmarks.peer.Product;
import dev.caspian.benchmarks.workload.Population;
import dev.caspian.benchmarks.workload.PostRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * A peer with a database of its own, which has all rows, and whose answers were found to be right.
 *
 * <p>It is made once in a JVM and lasts as long, because a comparison measures a peer many times and for a short time each.
 */
public final class Session {

    private static final Databases DATABASES = new Databases();
    private static final Map<String, Session> OPEN = new ConcurrentHashMap<>();

    private final Peer peer;
    private final Database database;
    private final Connection connection;
    private final int users;
    private final Map<Integer, List<List<PostRow>>> batches = new ConcurrentHashMap<>();

    private Session(Peer peer, Database database, int users) throws SQLException {
        this.peer = peer;
        this.database = database;
        this.connection = database.connect();
        this.users = users;
    }

    /** The session of this JVM. */
    public static Session of(Product product, PeerName name, int users, int models) {
        return OPEN.computeIfAbsent(
                product + "_" + name + "_" + users + "_" + models, key -> open(product, name, users, models, key));
    }

    private static Session open(Product product, PeerName name, int users, int models, String key) {
        try {
            Database database = DATABASES.create(product, key.toLowerCase(Locale.ROOT), models);
            database.createTables();
            // By the peer itself: it may have a form of its own for a value.
            try (Peer filling = name.open(database.hasty())) {
                for (int i = 0; i < users; i++) {
                    filling.insertUser(Population.user(i));
                }
                for (int i = 0; i < users; i += 100) {
                    filling.insertPosts(Population.postsOf(i, Math.min(i + 100, users)));
                }
            }
            database.analyze();
            Peer peer = name.open(database);
            Session session = new Session(peer, database, users);
            new Examination(peer, users).run();
            session.deleteInserted();
            Runtime.getRuntime().addShutdownHook(new Thread(session::close));
            return session;
        } catch (Exception e) {
            throw new IllegalStateException(name.title() + " cannot be measured on " + product.title(), e);
        }
    }

    public Peer peer() {
        return peer;
    }

    /** How many users there are, each with its posts. */
    public int users() {
        return users;
    }

    /** Posts to insert. They are made once, because JMH counts what is allocated when an iteration is set up, too. */
    public List<List<PostRow>> batches(int count, int rows) {
        return batches.computeIfAbsent(
                rows,
                size -> IntStream.range(0, count)
                        .mapToObj(i -> Population.newPosts((long) i * size, size, users))
                        .toList());
    }

    /** Deletes what a workload has inserted. */
    public void deleteInserted() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM posts WHERE id >= '" + Population.INSERTED + "'");
            statement.executeUpdate("DELETE FROM users WHERE id >= '" + Population.INSERTED + "'");
        }
        database.vacuum();
    }

    private void close() {
        try {
            peer.close();
            connection.close();
            DATABASES.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
