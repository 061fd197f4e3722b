package dev.caspian.execute;

import dev.caspian.sql.Comparison;
import java.time.Duration;
import java.util.List;

/**
 * A statement that has run.
 *
 * @param sql its text; values are parameters, and not part of the event
 * @param duration from sending it to the last row
 * @param comparisons what its conditions compare; empty for SQL of the application's own, which nobody has read
 */
public record QueryEvent(String sql, Duration duration, List<Comparison> comparisons) {}
