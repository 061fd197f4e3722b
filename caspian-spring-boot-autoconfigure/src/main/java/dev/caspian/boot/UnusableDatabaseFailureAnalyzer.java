package dev.caspian.boot;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says why the application cannot work with the database as it is. */
final class UnusableDatabaseFailureAnalyzer extends AbstractFailureAnalyzer<UnusableDatabaseException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnusableDatabaseException cause) {
        return new FailureAnalysis(cause.description(), cause.action(), cause);
    }
}
