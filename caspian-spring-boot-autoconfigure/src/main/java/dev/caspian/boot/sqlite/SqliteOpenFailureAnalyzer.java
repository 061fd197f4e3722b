package dev.caspian.boot.sqlite;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says which database could not be opened, and why. Before others: it knows more than who wanted to open it. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class SqliteOpenFailureAnalyzer extends AbstractFailureAnalyzer<SqliteOpenException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SqliteOpenException cause) {
        return new FailureAnalysis(cause.description(), cause.action(), cause);
    }
}
