package dev.caspian.migrate.history;

import java.sql.SQLException;

/**
 * Work with a session or with its connection.
 *
 * @param <S> what it works with
 * @param <T> what it finds
 */
@FunctionalInterface
interface SessionWork<S, T> {

    T run(S session) throws SQLException;
}
