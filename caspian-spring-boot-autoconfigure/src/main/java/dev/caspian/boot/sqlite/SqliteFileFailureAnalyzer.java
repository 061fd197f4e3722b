package dev.caspian.boot.sqlite;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says which file could not be opened as a database, and why. Before others: it knows more than who wanted to open it. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class SqliteFileFailureAnalyzer extends AbstractFailureAnalyzer<SqliteFileException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SqliteFileException cause) {
        return new FailureAnalysis(
                "The database `" + cause.file() + "` cannot be opened: " + cause.reason() + ".",
                cause.action() + " The address comes from `spring.datasource.url`, or else from `DATABASE_URL` in the"
                        + " environment or in the file `.env` of the working directory.",
                cause);
    }
}
