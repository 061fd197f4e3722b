package dev.caspian.execute;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Keeps plans by the shape of their queries. Thread-safe.
 *
 * <p>A program has as many shapes as it has queries in its source, so the bound is for programs that build queries of
 * ever new shapes. They begin again with an empty cache.
 */
final class PlanCache {

    private static final int BOUND = 4096;

    private final Map<Object, Object> plans = new ConcurrentHashMap<>();

    /**
     * The plan of this shape.
     *
     * @param key the shape as a key, which is kept
     */
    @SuppressWarnings("unchecked") // The key begins with the kind of the query, and each kind has one type of plan.
    <P> P get(Object lookup, Supplier<Object> key, Supplier<P> planning) {
        Object cached = plans.get(lookup);
        if (cached != null) {
            return (P) cached;
        }
        P plan = planning.get();
        if (plans.size() >= BOUND) {
            plans.clear();
        }
        plans.put(key.get(), plan);
        return plan;
    }
}
