package dev.caspian.boot;

import dev.caspian.error.MigrationException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says which migration failed or is not as it should be at start-up, why, and which command recovers. */
final class MigrationFailureAnalyzer extends AbstractFailureAnalyzer<MigrationException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, MigrationException cause) {
        return new FailureAnalysis(
                "The application did not start because of the migrations of its database.\n\n"
                        + cause.getMessage()
                        + Arrays.stream(cause.getSuppressed())
                                .filter(MigrationException.class::isInstance)
                                .map(other -> "\n\n" + other.getMessage())
                                .collect(Collectors.joining()),
                "Do what the message says, then start the application again. `mvn caspian:migrate-status` shows how the"
                        + " database stands to its migrations; `caspian.migrate.mode=off` starts without them.",
                cause);
    }
}
