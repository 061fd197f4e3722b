package demo.statement;

import dev.caspian.execute.QueryEvent;
import dev.caspian.execute.QueryListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Remembers, for the last requests, the SQL that each of them ran. Thread-safe. */
@Component
class Statements extends OncePerRequestFilter implements QueryListener {

    private static final int REMEMBERED = 20;

    /**
     * A statement that ran.
     *
     * @param micros how long it took, in microseconds
     */
    record Ran(String sql, long micros) {}

    /** A request and its statements, in the order in which they ran. */
    record Action(String method, String path, List<Ran> statements) {}

    private final Deque<Action> actions = new ArrayDeque<>();
    private static final ThreadLocal<@Nullable List<Ran>> CURRENT = new ThreadLocal<>();

    @Override
    public void onQuery(QueryEvent event) {
        List<Ran> statements = CURRENT.get();
        if (statements != null) {
            statements.add(new Ran(event.sql(), event.duration().toNanos() / 1_000));
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !path.startsWith("/api/") || path.startsWith("/api/statements");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // Remembered before it runs: a browser may ask for the statements as soon as it has the answer.
        List<Ran> statements = new CopyOnWriteArrayList<>();
        remember(new Action(request.getMethod(), request.getRequestURI(), statements));
        CURRENT.set(statements);
        try {
            chain.doFilter(request, response);
        } finally {
            CURRENT.remove();
        }
    }

    private synchronized void remember(Action action) {
        actions.addFirst(action);
        if (actions.size() > REMEMBERED) {
            actions.removeLast();
        }
    }

    /** The last requests, the newest first. */
    synchronized List<Action> recent() {
        return List.copyOf(actions);
    }
}
