package dev.caspian.jdbc;

import java.sql.SQLException;

/** Carries a SQLException out of code that may not throw it, to where it is translated. */
public final class UncheckedSqlException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final SQLException failure;

    UncheckedSqlException(SQLException failure) {
        super(failure);
        this.failure = failure;
    }

    public SQLException failure() {
        return failure;
    }
}
