package dev.caspian.boot.log;

import dev.caspian.execute.QueryEvent;
import dev.caspian.execute.QueryListener;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Warns of statements that took long, with the line that asked for them. The logger is {@code dev.caspian.sql.slow}. */
public final class SlowQueryLog implements QueryListener {

    private static final Logger log = LoggerFactory.getLogger("dev.caspian.sql.slow");

    private final Duration threshold;

    /** Warns of statements that take at least so long. */
    public SlowQueryLog(Duration threshold) {
        this.threshold = threshold;
    }

    @Override
    public void onQuery(QueryEvent event) {
        if (event.duration().compareTo(threshold) >= 0 && log.isWarnEnabled()) {
            log.warn("{} ms: {} (called at {})", event.duration().toMillis(), event.sql(), CallSite.current());
        }
    }
}
