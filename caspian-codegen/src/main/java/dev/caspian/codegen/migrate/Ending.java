package dev.caspian.codegen.migrate;

/** How a command ended, with the exit code that Prisma's commands have for it. */
public enum Ending {
    /** It did what it was asked for, or there was nothing to do. */
    DONE(0),
    /** It has told why it did not, or what is not as it should be. */
    REFUSED(1),
    /** It was to tell whether two states differ, and they do. */
    DIFFERENT(2),
    /** The person did not agree, or has to decide first. */
    CANCELLED(130);

    private final int exitCode;

    Ending(int exitCode) {
        this.exitCode = exitCode;
    }

    public int exitCode() {
        return exitCode;
    }
}
