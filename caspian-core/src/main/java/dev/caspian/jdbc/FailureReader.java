package dev.caspian.jdbc;

import java.sql.SQLException;

/** Understands the SQLExceptions of one database. Stateless. */
@FunctionalInterface
public interface FailureReader {

    Failure read(SQLException failure);
}
