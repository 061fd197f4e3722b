package dev.caspian.migrate.history;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Work with a session or with its connection.
 *
 * @param <S> what it works with
 * @param <T> what it finds
 */
@FunctionalInterface
interface SessionWork<S, T extends @Nullable Object> {

    T run(S session) throws SQLException;
}
