package dev.caspian.migrate.history;

import java.sql.SQLException;

/** Cleans up behind work that may have failed, without hiding why it failed. Stateless. */
final class Cleanup {

    private Cleanup() {}

    /** Work that may fail. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws SQLException;
    }

    /** One act of cleaning up, which may fail as well, for example because the connection is gone. */
    @FunctionalInterface
    interface Act {
        void run() throws SQLException;
    }

    /**
     * Runs work and then, whether it returned or threw, every act.
     *
     * @throws SQLException what the work has thrown, with the failures of the acts attached; or what the first act has
     *     thrown, if the work returned
     */
    static <T> T afterwards(Work<T> work, Act... acts) throws SQLException {
        T result;
        try {
            result = work.run();
        } catch (SQLException | RuntimeException e) {
            for (Act act : acts) {
                attempt(act, e);
            }
            throw e;
        }
        for (Act act : acts) {
            act.run();
        }
        return result;
    }

    private static void attempt(Act act, Exception reason) {
        try {
            act.run();
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }
}
