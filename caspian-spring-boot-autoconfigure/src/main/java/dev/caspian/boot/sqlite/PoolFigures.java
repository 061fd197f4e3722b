package dev.caspian.boot.sqlite;

import com.zaxxer.hikari.HikariPoolMXBean;

/** The sums of the figures of two pools, and what is done to both. As thread-safe as they are. */
record PoolFigures(HikariPoolMXBean first, HikariPoolMXBean second) implements HikariPoolMXBean {

    @Override
    public int getIdleConnections() {
        return first.getIdleConnections() + second.getIdleConnections();
    }

    @Override
    public int getActiveConnections() {
        return first.getActiveConnections() + second.getActiveConnections();
    }

    @Override
    public int getTotalConnections() {
        return first.getTotalConnections() + second.getTotalConnections();
    }

    @Override
    public int getThreadsAwaitingConnection() {
        return first.getThreadsAwaitingConnection() + second.getThreadsAwaitingConnection();
    }

    @Override
    public void softEvictConnections() {
        first.softEvictConnections();
        second.softEvictConnections();
    }

    @Override
    public void suspendPool() {
        first.suspendPool();
        second.suspendPool();
    }

    @Override
    public void resumePool() {
        first.resumePool();
        second.resumePool();
    }
}
