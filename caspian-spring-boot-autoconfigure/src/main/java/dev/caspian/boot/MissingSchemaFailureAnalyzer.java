package dev.caspian.boot;

import dev.caspian.client.MissingSchemaException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says how the schema comes back to its client. */
final class MissingSchemaFailureAnalyzer extends AbstractFailureAnalyzer<MissingSchemaException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, MissingSchemaException cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()),
                "Generate the client again (`mvn clean compile`), and keep `schema.prisma` and `schema.caspian` beside its"
                        + " classes wherever these are copied or filtered.",
                cause);
    }
}
