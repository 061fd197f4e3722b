package dev.caspian.migrate.history;

import java.sql.SQLException;
import java.util.stream.Collectors;

/** Makes what a driver says a part of a sentence. Stateless. */
public final class DriverMessage {

    private DriverMessage() {}

    /** The message on one line, without a full stop at its end. */
    public static String of(SQLException failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank() ? failure.getClass().getSimpleName() : folded(message);
    }

    static String folded(String message) {
        return message.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("; "))
                .replaceFirst("\\.+$", "");
    }
}
