package dev.caspian.error;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/** Says in a sentence why a file could not be read or written: the exceptions themselves have its path and no more. */
public final class FileFailure {

    private FileFailure() {}

    /** What happened to which file, and what to do. */
    public static String message(IOException failure) {
        if (!(failure instanceof FileSystemException file) || file.getFile() == null) {
            return "A file could not be read or written: " + detail(failure.getMessage(), failure)
                    + ". Look at its path and its permissions.";
        }
        String path = "The file `" + file.getFile() + "` ";
        return failure instanceof NoSuchFileException
                ? path + "does not exist. Correct its path, or make it."
                : path + "cannot be read or written: " + reason(file) + ". Look at its path and its permissions.";
    }

    /** Why it failed, as the end of a sentence that has named the file. */
    public static String reason(IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failure instanceof NoSuchFileException missing) {
            return "there is no `" + missing.getFile() + "`";
        }
        if (failure instanceof FileAlreadyExistsException found) {
            return "`" + found.getFile() + "` is there already";
        }
        return failure instanceof FileSystemException other
                ? detail(other.getReason(), other)
                : detail(failure.getMessage(), failure);
    }

    private static String detail(@Nullable String text, IOException failure) {
        return text == null || text.isBlank() ? failure.getClass().getSimpleName() : text.strip();
    }
}
