package dev.caspian.boot.sqlite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/** A database of SQLite is not opened: says which, why, and what to do. */
public final class SqliteOpenException extends SQLException {

    private static final long serialVersionUID = 1L;

    private static final String ADDRESS =
            " The address comes from `spring.datasource.url`, or else from `DATABASE_URL` in the environment or in the file"
                    + " `.env` of the working directory.";

    private final String description;
    private final String action;

    private SqliteOpenException(String description, String action, @Nullable SQLException cause) {
        super(description + " " + action, null, cause == null ? 0 : cause.getErrorCode(), cause);
        this.description = description;
        this.action = action;
    }

    private static SqliteOpenException of(Path file, String reason, String action, @Nullable SQLException cause) {
        return new SqliteOpenException(
                "The database `" + file + "` cannot be opened: " + reason + ".", action + ADDRESS, cause);
    }

    /** Looks at the file for what the driver does not tell. */
    static SqliteOpenException of(Path given, SQLException cause) {
        Path file = given.toAbsolutePath().normalize();
        Path folder = file.getParent();
        if (folder != null && !Files.exists(folder)) {
            return of(
                    file,
                    "the folder `" + folder + "` does not exist and cannot be made",
                    "Make it (`mkdir -p " + folder + "`), or correct the address.",
                    cause);
        }
        if (folder != null && !Files.isDirectory(folder)) {
            return of(file, "`" + folder + "` is not a folder", "Correct the address of the database.", cause);
        }
        if (Files.isDirectory(file)) {
            return of(
                    file, "it is a folder", "Give the address of a file in it, such as `" + given + "/dev.db`.", cause);
        }
        if (cause.getErrorCode() == SQLiteErrorCode.SQLITE_NOTADB.code) {
            return of(file, "it is not a SQLite database", "Correct the address, or move the file away.", cause);
        }
        if (Files.exists(file) && !(Files.isReadable(file) && Files.isWritable(file))) {
            return notWritable(file, cause);
        }
        if (folder != null && !Files.isWritable(folder)) {
            return of(
                    file,
                    "this process may not write in the folder `" + folder + "`, as SQLite must for its journal",
                    "Give it the rights to the folder (`chmod u+rwx " + folder + "`), on a disk that can be written.",
                    cause);
        }
        if (cause.getErrorCode() == SQLiteErrorCode.SQLITE_FULL.code) {
            return of(file, "its disk is full", "Make room there (`df -h " + folder + "` shows how much).", cause);
        }
        return of(
                file,
                "SQLite says `" + cause.getMessage() + "`",
                "Look at the file and the disk that it is on.",
                cause);
    }

    static SqliteOpenException notWritable(Path given, @Nullable SQLException cause) {
        Path file = given.toAbsolutePath().normalize();
        return of(
                file,
                "this process may not read and write it",
                "Give it the rights to the file (`chmod u+rw " + file
                        + "`), on a disk that can be written. If it is only"
                        + " to be read, say so in `spring.datasource.url`: `jdbc:sqlite:" + file + "?open_mode=1`.",
                cause);
    }

    static SqliteOpenException takenAway(Path given) {
        return of(
                given.toAbsolutePath().normalize(),
                "it was there, and has been taken away since",
                "Put it back, or start the application anew to begin with an empty one.",
                null);
    }

    static SqliteOpenException sharedCache(Path given) {
        return of(
                given.toAbsolutePath().normalize(),
                "it is to be opened with a shared cache, in which readers and writers lock each other out",
                "Remove `cache=shared` from its address, and `shared_cache` from the properties.",
                null);
    }

    /** The library that is on the class path would not be safe for any file. */
    static SqliteOpenException outdated(String version) {
        return new SqliteOpenException(
                "The class path has SQLite " + version + ", which can corrupt a database in WAL mode.",
                "Use sqlite-jdbc 3.51.3.0 or later: remove the version that your build gives it, and Spring Boot's applies."
                        + " `mvn dependency:tree -Dincludes=org.xerial:sqlite-jdbc` shows which one it is.",
                null);
    }

    /** What happened, and where. */
    public String description() {
        return description;
    }

    /** What to do about it. */
    public String action() {
        return action;
    }
}
