package dev.caspian.execute;

/** Hears of every statement that a client has run. Called in the thread of the query; must be thread-safe. */
@FunctionalInterface
public interface QueryListener {

    void onQuery(QueryEvent event);
}
