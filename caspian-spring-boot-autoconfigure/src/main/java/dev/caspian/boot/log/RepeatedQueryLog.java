package dev.caspian.boot.log;

import dev.caspian.execute.QueryEvent;
import dev.caspian.execute.QueryListener;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Warns when a web request sends the same statement again and again, as a loop does that reads one record at a time. The
 * logger is {@code dev.caspian.sql.repeated}.
 *
 * <p>Requests are those that Spring MVC binds to their threads. Of each statement it is told once in a request.
 */
public final class RepeatedQueryLog implements QueryListener {

    private static final Logger log = LoggerFactory.getLogger("dev.caspian.sql.repeated");
    private static final String COUNTS = RepeatedQueryLog.class.getName();

    private final int threshold;

    /** Warns when a statement runs so often in one request. */
    public RepeatedQueryLog(int threshold) {
        this.threshold = threshold;
    }

    @Override
    public void onQuery(QueryEvent event) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null
                && log.isWarnEnabled()
                && counts(request).merge(event.sql(), 1, Integer::sum) == threshold) {
            log.warn(
                    "The same query ran {} times in one request: {} (called at {}). Read what the loop needs with one query:"
                            + " `include(…)`, or a condition with `in(…)`; write it with `createMany` or `updateMany`.",
                    threshold,
                    event.sql(),
                    CallSite.current());
        }
    }

    @SuppressWarnings("unchecked") // Nobody else writes this attribute.
    private static Map<String, Integer> counts(RequestAttributes request) {
        Object counts = request.getAttribute(COUNTS, RequestAttributes.SCOPE_REQUEST);
        if (counts == null) {
            counts = new HashMap<String, Integer>();
            request.setAttribute(COUNTS, counts, RequestAttributes.SCOPE_REQUEST);
        }
        return (Map<String, Integer>) counts;
    }
}
