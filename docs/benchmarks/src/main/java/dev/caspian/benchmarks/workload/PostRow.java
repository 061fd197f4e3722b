package dev.caspian.benchmarks.workload;

import java.time.Instant;

/** A row of {@code posts}. */
public record PostRow(String id, String title, boolean published, int views, Instant createdAt, String authorId) {}
