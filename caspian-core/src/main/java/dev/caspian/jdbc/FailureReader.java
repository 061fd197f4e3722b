package dev.caspian.jdbc;

import java.sql.SQLException;

/** Understands the SQLExceptions of one database. Stateless. */
public interface FailureReader {

    /** What a failure says. */
    Failure read(SQLException failure);

    /**
     * The same failure without what may hold values of parameters or of rows; the failure itself where it holds none. Its
     * kind, SQLState and stack trace stay, and {@link #read} says the same of both.
     */
    SQLException withoutValues(SQLException failure);
}
