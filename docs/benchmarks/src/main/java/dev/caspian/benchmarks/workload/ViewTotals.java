package dev.caspian.benchmarks.workload;

/** How many posts there are, and how often they were viewed, together and on average. */
public record ViewTotals(long posts, long views, double average) {}
