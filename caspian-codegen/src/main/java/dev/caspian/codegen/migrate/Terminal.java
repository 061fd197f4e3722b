package dev.caspian.codegen.migrate;

import java.io.Console;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks at the terminal that the process was started from, if there is one and a person can answer there. Stateless. */
public final class Terminal {

    private Terminal() {}

    /**
     * Asks a question on one line.
     *
     * @return the answer, without blanks around it; empty if there is no terminal
     * @throws EndOfInputException if its input has ended
     */
    @SuppressWarnings("SystemConsoleNull") // Before Java 22 it is, and later ones are asked what they are.
    public static Optional<String> ask(String question) {
        Console console = System.console();
        if (console == null || !isTerminal(console)) {
            return Optional.empty();
        }
        String answer = console.readLine("%s", question);
        if (answer == null) {
            // The cursor is still behind the question.
            console.printf("%n");
            throw new EndOfInputException();
        }
        return Optional.of(answer.strip());
    }

    /** Since Java 22 there is a console even where input and output are files; it says so itself. */
    private static boolean isTerminal(Console console) {
        try {
            @Nullable Object answer = Console.class.getMethod("isTerminal").invoke(console);
            return Boolean.TRUE.equals(answer);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("`Console.isTerminal` cannot be called", e);
        }
    }
}
