package dev.caspian.boot.log;

import dev.caspian.client.Operation;
import dev.caspian.client.PrismaInterceptor;
import dev.caspian.execute.QueryEvent;
import dev.caspian.execute.QueryListener;
import dev.caspian.schema.Datasource;
import dev.caspian.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Warns of statements that read a large table from end to end for some of its rows, with the line that asked for them and the
 * index that is missing. The logger is {@code dev.caspian.sql.scan}. Thread-safe.
 *
 * <p>The database is asked once about each statement, when the operation that sent it is done: by then its connection has been
 * given back, so that a pool of one is enough, or is that of the current transaction, which sees its own tables and waits for
 * none of its own locks.
 */
public final class FullScanLog implements QueryListener, PrismaInterceptor {

    private static final Logger log = LoggerFactory.getLogger("dev.caspian.sql.scan");

    /** More than an application has, unless it writes values into its SQL. */
    private static final int MOST_STATEMENTS = 1_000;

    /** What looks for rows. */
    private static final Pattern SEARCH =
            Pattern.compile("\\s*(?:SELECT|UPDATE|DELETE|WITH)\\b", Pattern.CASE_INSENSITIVE);

    private record Sent(QueryEvent statement, String callSite) {}

    private final DataSource dataSource;
    private final ScanFinder finder;
    private final ScanAdvice advice;
    private final int threshold;
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private final Queue<Sent> waiting = new ConcurrentLinkedQueue<>();

    private FullScanLog(DataSource dataSource, ScanFinder finder, ScanAdvice advice, int threshold) {
        this.dataSource = dataSource;
        this.finder = finder;
        this.advice = advice;
        this.threshold = threshold;
    }

    /**
     * Warns of scans of tables with so many rows; empty for a database that cannot be asked.
     *
     * @param schema that of the client which tells of its statements
     */
    public static Optional<FullScanLog> of(DataSource dataSource, Schema schema, int threshold) {
        return schema.datasource()
                .map(Datasource::provider)
                .flatMap(ScanFinder::of)
                .map(finder -> new FullScanLog(dataSource, finder, new ScanAdvice(schema), threshold));
    }

    @Override
    public void onQuery(QueryEvent event) {
        if (log.isWarnEnabled()
                && SEARCH.matcher(event.sql()).lookingAt()
                && known.size() < MOST_STATEMENTS
                && known.add(event.sql())) {
            waiting.add(new Sent(event, CallSite.current()));
        }
    }

    @Override
    public Object intercept(Operation<?> operation) {
        Object result = operation.proceed();
        if (result instanceof Stream<?> stream) {
            // Its connection is given back by what closes it first.
            return stream.onClose(this::askAboutWaiting);
        }
        askAboutWaiting();
        return result;
    }

    private void askAboutWaiting() {
        for (Sent sent = waiting.poll(); sent != null; sent = waiting.poll()) {
            try {
                ask(sent);
            } catch (SQLException | RuntimeException e) {
                log.debug(
                        "Nothing is known of how the database runs `{}`, which has run",
                        sent.statement().sql(),
                        e);
            }
        }
    }

    private void ask(Sent sent) throws SQLException {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            for (TableScan scan : finder.find(connection, sent.statement())) {
                if (scan.rows() >= threshold) {
                    warn(sent, scan);
                }
            }
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    private void warn(Sent sent, TableScan scan) {
        advice.about(scan, sent.statement().comparisons())
                .ifPresent(todo -> log.warn(
                        "The table `{}`, of about {} rows, is read from end to end: {} (called at {}). {}",
                        scan.table(),
                        scan.rows(),
                        sent.statement().sql(),
                        sent.callSite(),
                        todo));
    }
}
