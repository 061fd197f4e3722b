package dev.caspian.execute;

/**
 * Hears of every statement that a client has run. Called in the thread of the query; must be thread-safe.
 *
 * <p>An exception of a listener is logged as a warning, and changes nothing for the query.
 */
@FunctionalInterface
public interface QueryListener {

    void onQuery(QueryEvent event);
}
