package dev.caspian.execute;

import java.time.Duration;

/**
 * A statement that has run.
 *
 * @param sql its text; values are parameters, and not part of the event
 * @param duration from sending it to the last row
 */
public record QueryEvent(String sql, Duration duration) {}
