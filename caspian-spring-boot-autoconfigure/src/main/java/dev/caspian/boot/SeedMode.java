package dev.caspian.boot;

/** When the application writes its first data. */
public enum SeedMode {
    /** Not when it starts. */
    NEVER,
    /** At each start, before the application is ready. */
    ALWAYS,
    /** At this start, which is for nothing else: the application ends when it is done. */
    ONLY
}
