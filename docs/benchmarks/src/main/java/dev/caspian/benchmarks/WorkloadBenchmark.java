package dev.caspian.benchmarks;

import dev.caspian.benchmarks.peer.PeerName;
import dev.caspian.benchmarks.peer.Product;
import dev.caspian.benchmarks.session.Session;
import dev.caspian.benchmarks.workload.Population;
import dev.caspian.benchmarks.workload.PostRow;
import dev.caspian.benchmarks.workload.Touched;
import dev.caspian.benchmarks.workload.ViewTotals;
import dev.caspian.benchmarks.workload.Workload;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** The nine workloads, of each peer on each product. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init") // JMH sets the parameters, and calls what is to be called before.
public class WorkloadBenchmark {

    @Param
    public Product product;

    @Param
    public PeerName peer;

    /** How many users there are, each with 10 posts. */
    @Param("1000")
    public int users;

    /** How many models the schema has. */
    @Param("2")
    public int models;

    /** How many rows or parents; 0 is as many as {@link Workload} says. */
    @Param("0")
    public int size;

    private Session session;
    private final AtomicLong inserted = new AtomicLong();

    @Setup
    public void open() {
        session = Session.of(product, peer, users, models);
    }

    private int size(int usual) {
        return size == 0 ? usual : size;
    }

    private static int random(int bound) {
        return ThreadLocalRandom.current().nextInt(bound);
    }

    private String randomUser() {
        return Population.userId(random(session.users()));
    }

    /** What each thread has for itself. */
    @State(Scope.Thread)
    public static class Reader {
        final Touched rows = new Touched();
    }

    /** Deletes what was inserted, while nobody measures. */
    @State(Scope.Benchmark)
    public static class Inserting {

        @TearDown(Level.Iteration)
        public void delete(WorkloadBenchmark benchmark) throws SQLException {
            benchmark.inserted.set(0);
            benchmark.session.deleteInserted();
        }
    }

    /** Rows to insert, made while nobody measures. */
    @State(Scope.Thread)
    public static class Batches {

        private static final int COUNT = 10;

        private List<List<PostRow>> batches = List.of();
        private int next;

        List<PostRow> batch = List.of();

        @Setup
        public void make(WorkloadBenchmark benchmark) {
            batches = benchmark.session.batches(COUNT, benchmark.size(1_000));
        }

        @Setup(Level.Invocation)
        public void take(WorkloadBenchmark benchmark) throws SQLException {
            if (next == COUNT) {
                delete(benchmark);
            }
            batch = batches.get(next++);
        }

        @TearDown(Level.Iteration)
        public void delete(WorkloadBenchmark benchmark) throws SQLException {
            next = 0;
            benchmark.session.deleteInserted();
        }
    }

    /** W1. */
    @Benchmark
    public long findUser(Reader reader) throws Exception {
        session.peer().findUser(randomUser(), reader.rows);
        return reader.rows.sum();
    }

    /** W2. */
    @Benchmark
    public long findUsers(Reader reader) throws Exception {
        session.peer().findUsers(random(10), size(100), reader.rows);
        return reader.rows.sum();
    }

    /** W3. */
    @Benchmark
    public long findUsersWithPosts(Reader reader) throws Exception {
        int users = size(100);
        int first = random(session.users() - users + 1);
        session.peer().findUsersWithPosts(Population.userId(first), Population.userId(first + users), reader.rows);
        return reader.rows.sum();
    }

    /** W4. */
    @Benchmark
    public void insertUser(Inserting inserting) throws Exception {
        session.peer().insertUser(Population.newUser(inserted.getAndIncrement()));
    }

    /** W5. */
    @Benchmark
    public void insertPosts(Batches batches) throws Exception {
        session.peer().insertPosts(batches.batch);
    }

    /** W6. */
    @Benchmark
    public long incrementLogins() throws Exception {
        return session.peer().incrementLogins(randomUser());
    }

    /** W7. */
    @Benchmark
    public ViewTotals totalViews() throws Exception {
        int authors = size(100) / Population.POSTS_OF_A_USER;
        int first = random(session.users() - authors + 1);
        return session.peer().totalViews(Population.userId(first), Population.userId(first + authors));
    }

    /** W8. */
    @Benchmark
    public long findPosts(Reader reader) throws Exception {
        session.peer().findPosts(Population.postId(size(10_000)), reader.rows);
        return reader.rows.sum();
    }

    /** W9. */
    @Benchmark
    @Threads(8)
    public long mixed(Reader reader) throws Exception {
        return random(10) == 0 ? incrementLogins() : findUser(reader);
    }
}
