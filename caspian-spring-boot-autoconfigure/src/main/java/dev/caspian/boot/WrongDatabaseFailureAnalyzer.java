package dev.caspian.boot;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says that the database is of another product. */
final class WrongDatabaseFailureAnalyzer extends AbstractFailureAnalyzer<WrongDatabaseException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, WrongDatabaseException cause) {
        return new FailureAnalysis(cause.description(), cause.action(), cause);
    }
}
