package dev.caspian.boot;

import dev.caspian.error.InvalidDatabaseUrlException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what is wrong with {@code DATABASE_URL}. */
final class InvalidDatabaseUrlFailureAnalyzer extends AbstractFailureAnalyzer<InvalidDatabaseUrlException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidDatabaseUrlException cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()),
                "Correct `DATABASE_URL` in the environment or in the file `.env` of the working directory, or set"
                        + " `spring.datasource.url`, which wins over it.",
                cause);
    }
}
