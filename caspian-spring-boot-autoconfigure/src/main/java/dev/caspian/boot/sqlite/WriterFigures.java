package dev.caspian.boot.sqlite;

import com.zaxxer.hikari.metrics.MetricsTrackerFactory;
import com.zaxxer.hikari.metrics.PoolStats;

/**
 * The figures of a pool of writers, which has no limit of its own: how many may write at a time is decided before they come to
 * it. Thread-safe.
 */
final class WriterFigures extends PoolStats {

    private final PoolStats figures;
    private final int most;

    private WriterFigures(PoolStats figures, int most) {
        // They are as old as the others: those are taken once in a second.
        super(0);
        this.figures = figures;
        this.most = most;
    }

    /**
     * Tells these figures to the same metrics.
     *
     * @param most how many may write at a time
     */
    static MetricsTrackerFactory in(MetricsTrackerFactory metrics, int most) {
        return (pool, figures) -> metrics.create(pool, new WriterFigures(figures, most));
    }

    @Override
    protected void update() {
        totalConnections = figures.getTotalConnections();
        idleConnections = figures.getIdleConnections();
        activeConnections = figures.getActiveConnections();
        pendingThreads = figures.getPendingThreads();
        minConnections = figures.getMinConnections();
        maxConnections = most;
    }
}
