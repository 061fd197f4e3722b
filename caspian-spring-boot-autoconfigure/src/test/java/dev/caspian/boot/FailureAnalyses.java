package dev.caspian.boot;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** Analyses a failed start as Spring Boot does: the first of all registered analysers that knows the failure. */
final class FailureAnalyses {

    private FailureAnalyses() {}

    static FailureAnalysis of(@Nullable Throwable failure) {
        return SpringFactoriesLoader.forDefaultResourceLocation()
                .load(
                        FailureAnalyzer.class,
                        SpringFactoriesLoader.ArgumentResolver.none(),
                        // Some of Boot's own want arguments that are of no use here.
                        SpringFactoriesLoader.FailureHandler.handleMessage((message, cause) -> {}))
                .stream()
                .map(analyzer -> analyzer.analyze(Objects.requireNonNull(failure)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No analyzer knows this failure", failure));
    }
}
