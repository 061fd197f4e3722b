package dev.caspian.boot.sqlite;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says which file could not be opened as a database, and why. */
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
