package dev.caspian.performance;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.sun.management.ThreadMXBean;
import com.zaxxer.hikari.HikariDataSource;
import dev.caspian.behaviour.TestDatabase;
import dev.caspian.performance.client.PrismaClient;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.util.Arrays;
import org.slf4j.LoggerFactory;

/** Prints how many bytes each call allocates, and how many plain JDBC does for {@link Call#FIND_10_000}. */
final class AllocationProcess {

    static final String PLAIN = "PLAIN_JDBC_10_000";

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Afterwards classes are loaded, statements prepared by the server, and reflection has found its final form. */
    private static final int WARMUP = 25;

    private static final int LOOPS = 5;
    private static final int CALLS = 4;

    private static int number;

    private AllocationProcess() {}

    /** What is done some number of times. */
    @FunctionalInterface
    private interface Work {
        Object run(int number) throws SQLException;
    }

    public static void main(String[] arguments) throws SQLException {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        TestDatabase kind = TestDatabase.valueOf(arguments[0]);
        String url = arguments[1];
        try (Store store = Store.open(kind, url)) {
            PrismaClient prisma = store.client();
            for (Call call : Call.values()) {
                System.out.println(call + "=" + bytes(i -> call.run(prisma, i)));
            }
        }
        try (HikariDataSource plain = new HikariDataSource()) {
            plain.setJdbcUrl(url);
            System.out.println(PLAIN + "=" + bytes(i -> PlainPost.read(plain, kind)));
        }
    }

    private static long bytes(Work work) throws SQLException {
        run(work, WARMUP);
        long[] loops = new long[LOOPS];
        for (int loop = 0; loop < LOOPS; loop++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            run(work, CALLS);
            loops[loop] = (THREADS.getCurrentThreadAllocatedBytes() - before) / CALLS;
        }
        Arrays.sort(loops);
        return loops[LOOPS / 2];
    }

    private static void run(Work work, int times) throws SQLException {
        for (int i = 0; i < times; i++) {
            if (work.run(number++) == null) {
                throw new IllegalStateException("A call has no answer");
            }
        }
    }
}
