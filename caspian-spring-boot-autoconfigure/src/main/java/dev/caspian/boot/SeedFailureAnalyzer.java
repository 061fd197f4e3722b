package dev.caspian.boot;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.annotation.Order;

/** Says which file or bean could not write its data. Before the analysers of its causes, which do not know that. */
@Order(0)
final class SeedFailureAnalyzer extends AbstractFailureAnalyzer<SeedException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SeedException cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()),
                "Correct it, and seed again. `caspian.seed.mode=never` starts without seeding.",
                cause);
    }
}
