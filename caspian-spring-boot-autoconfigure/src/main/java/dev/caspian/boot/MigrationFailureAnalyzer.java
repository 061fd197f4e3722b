package dev.caspian.boot;

import dev.caspian.error.MigrationException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says which migration failed at start-up, why, and which command recovers. */
final class MigrationFailureAnalyzer extends AbstractFailureAnalyzer<MigrationException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, MigrationException cause) {
        return new FailureAnalysis(
                "The migrations could not be applied, so the application did not start.\n\n" + cause.getMessage(),
                "Do what the message says, then start the application again. `mvn caspian:migrate-status` shows how the"
                        + " database stands to its migrations; `caspian.migrate-on-startup=false` starts without"
                        + " applying them.",
                cause);
    }
}
