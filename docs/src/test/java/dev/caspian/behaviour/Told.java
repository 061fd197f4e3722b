package dev.caspian.behaviour;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.slf4j.LoggerFactory;

/** Everything that is told while it is open: what any logger says at any level, and the exceptions that it is given. */
final class Told implements AutoCloseable {

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level before = root.getLevel();
    private final List<Appender<ILoggingEvent>> others = new ArrayList<>();
    private final StringBuffer text = new StringBuffer();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            if (event.getLoggerName().contains("EmbeddedPostgres")) {
                // What the server writes into a log of its own.
                return;
            }
            text.append(event.getLoggerName())
                    .append(": ")
                    .append(event.getFormattedMessage())
                    .append('\n');
            if (event.getThrowableProxy() instanceof ThrowableProxy thrown) {
                add(thrown.getThrowable());
            }
        }
    };

    Told() {
        appender.setContext(root.getLoggerContext());
        appender.start();
        // The console would drown in it.
        root.iteratorForAppenders().forEachRemaining(others::add);
        others.forEach(root::detachAppender);
        root.addAppender(appender);
        root.setLevel(Level.TRACE);
    }

    /** Adds what an exception says, with all that it carries. */
    void add(@Nullable Throwable thrown) {
        add(thrown, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private void add(@Nullable Throwable thrown, Set<Throwable> added) {
        if (thrown == null || !added.add(thrown)) {
            return;
        }
        text.append(thrown).append('\n').append(thrown.getMessage()).append('\n');
        if (thrown instanceof PSQLException server) {
            text.append(server.getServerErrorMessage()).append('\n');
        }
        if (thrown instanceof SQLException sql) {
            add(sql.getNextException(), added);
        }
        add(thrown.getCause(), added);
        for (Throwable suppressed : thrown.getSuppressed()) {
            add(suppressed, added);
        }
    }

    String text() {
        return text.toString();
    }

    @Override
    public void close() {
        root.setLevel(before);
        root.detachAppender(appender);
        others.forEach(root::addAppender);
        appender.stop();
    }
}
