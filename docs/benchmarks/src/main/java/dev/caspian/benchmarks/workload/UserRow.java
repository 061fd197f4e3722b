package dev.caspian.benchmarks.workload;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code users}. */
public record UserRow(String id, String email, @Nullable String name, int loginCount, Instant createdAt) {}
