package dev.caspian.codegen.migrate;

import java.util.Optional;

/** How a command talks with the person, or the program, that runs it. */
public interface Dialogue {

    /** One line of what the command was asked for. */
    void say(String line);

    /** One line beside it: advice, progress. */
    void remark(String line);

    /** One line of what went wrong, or may. */
    void warn(String line);

    /** A text that is the result as a whole, for a file or a program: an SQL script, a schema. */
    void write(String text);

    /**
     * Asks the person at the terminal.
     *
     * @return the answer, without blanks around it; empty where nobody is there to answer
     * @throws EndOfInputException if the person ends the input (Ctrl-D)
     */
    Optional<String> ask(String question);

    /**
     * Asks before something that cannot be undone.
     *
     * @param flag with which the person can agree beforehand
     * @return empty if the answer is a plain yes; else how the command ends, having told that nothing was changed
     */
    default Optional<Ending> refusal(String question, String flag) {
        Optional<String> answer = answer(question + " (y/N) ");
        if (answer.filter(text -> text.equalsIgnoreCase("y") || text.equalsIgnoreCase("yes"))
                .isPresent()) {
            return Optional.empty();
        }
        if (answer.isPresent()) {
            warn("Nothing was changed.");
            return Optional.of(Ending.CANCELLED);
        }
        warn("Nothing was changed, as there is no terminal to ask at: " + question);
        remark("To agree beforehand, run it again with " + flag + ".");
        return Optional.of(Ending.REFUSED);
    }

    private Optional<String> answer(String question) {
        try {
            return ask(question);
        } catch (EndOfInputException e) {
            return Optional.of("");
        }
    }
}
