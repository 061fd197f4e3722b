package dev.caspian.boot.observation;

import dev.caspian.client.Operation;
import dev.caspian.client.PrismaInterceptor;
import dev.caspian.error.PrismaException;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.core.Ordered;

/**
 * Observes every operation as {@code caspian.query}: a timer and, with tracing, a span.
 *
 * <p>Its low-cardinality keys are {@code model} ({@code none} for raw SQL), {@code operation} ({@code findMany}) and {@code
 * outcome} ({@code SUCCESS}, the code of a {@link PrismaException} such as {@code P2002}, or {@code ERROR}). It holds no values.
 */
public final class ObservationInterceptor implements PrismaInterceptor, Ordered {

    /** The name of the observation. */
    public static final String NAME = "caspian.query";

    private final ObservationRegistry registry;

    /** Observes for this registry. */
    public ObservationInterceptor(ObservationRegistry registry) {
        this.registry = registry;
    }

    /** Outside of the application's own interceptors, which are part of what is observed. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    @SuppressWarnings("try") // The scope does its work by being open.
    public Object intercept(Operation<?> operation) {
        Observation observation = Observation.createNotStarted(NAME, registry);
        if (observation.isNoop()) {
            return operation.proceed();
        }
        observation
                .contextualName(operation.toString())
                .lowCardinalityKeyValue("model", operation.model().orElse("none"))
                .lowCardinalityKeyValue("operation", operation.kind().method())
                .start();
        String outcome = "ERROR";
        try (Observation.Scope scope = observation.openScope()) {
            Object result = operation.proceed();
            outcome = "SUCCESS";
            return result;
        } catch (RuntimeException | Error e) {
            outcome = e instanceof PrismaException failure ? failure.code() : outcome;
            observation.error(e);
            throw e;
        } finally {
            observation.lowCardinalityKeyValue("outcome", outcome).stop();
        }
    }
}
