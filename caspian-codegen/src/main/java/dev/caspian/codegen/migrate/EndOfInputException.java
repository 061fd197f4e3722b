package dev.caspian.codegen.migrate;

/** The person at the terminal has ended the input instead of answering, which means: no. */
public final class EndOfInputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public EndOfInputException() {
        super("The input has ended without an answer");
    }
}
