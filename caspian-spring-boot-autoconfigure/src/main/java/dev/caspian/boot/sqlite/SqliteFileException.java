package dev.caspian.boot.sqlite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/** The file of a database cannot be opened: says which and why. */
public final class SqliteFileException extends SQLException {

    private static final long serialVersionUID = 1L;

    private final transient Path file;
    private final String reason;
    private final String action;

    private SqliteFileException(Path file, String reason, String action, @Nullable SQLException cause) {
        super(
                "Cannot open the database `" + file + "`: " + reason + ". " + action,
                null,
                cause == null ? 0 : cause.getErrorCode(),
                cause);
        this.file = file;
        this.reason = reason;
        this.action = action;
    }

    static SqliteFileException of(Path given, SQLException cause) {
        Path file = given.toAbsolutePath().normalize();
        Path folder = file.getParent();
        if (folder != null && !Files.exists(folder)) {
            return new SqliteFileException(
                    file, "the folder `" + folder + "` does not exist", "Create it, or correct the address.", cause);
        }
        if (folder != null && !Files.isDirectory(folder)) {
            return new SqliteFileException(
                    file, "`" + folder + "` is not a folder", "Correct the address of the database.", cause);
        }
        if (Files.isDirectory(file)) {
            return new SqliteFileException(
                    file, "it is a folder", "Give the address of a file in it, such as `" + given + "/dev.db`.", cause);
        }
        if (cause.getErrorCode() == SQLiteErrorCode.SQLITE_NOTADB.code) {
            return new SqliteFileException(
                    file, "it is not a SQLite database", "Correct the address, or move the file away.", cause);
        }
        if (Files.exists(file) && !(Files.isReadable(file) && Files.isWritable(file))) {
            return new SqliteFileException(
                    file, "this process may not read and write it", "Give it the rights to the file.", cause);
        }
        if (folder != null && !Files.isWritable(folder)) {
            return new SqliteFileException(
                    file,
                    "this process may not write in the folder `" + folder + "`, as SQLite must for its journal",
                    "Give it the rights to the folder.",
                    cause);
        }
        return new SqliteFileException(file, reason(cause), "Look at the file and the disk that it is on.", cause);
    }

    static SqliteFileException sharedCache(Path given) {
        return new SqliteFileException(
                given.toAbsolutePath().normalize(),
                "it is to be opened with a shared cache, in which readers and writers lock each other out",
                "Remove `cache=shared` from its address, and `shared_cache` from the properties.",
                null);
    }

    static SqliteFileException takenAway(Path given) {
        return new SqliteFileException(
                given.toAbsolutePath().normalize(),
                "it was there, and has been taken away since",
                "Put it back, or start the application anew to begin with an empty one.",
                null);
    }

    private static String reason(SQLException cause) {
        String message = String.valueOf(cause.getMessage());
        return "SQLite says `" + message + "`";
    }

    /** The file, as an absolute path. */
    public Path file() {
        return file;
    }

    /** Why it cannot be opened, as half a sentence. */
    public String reason() {
        return reason;
    }

    /** What to do about it. */
    public String action() {
        return action;
    }
}
