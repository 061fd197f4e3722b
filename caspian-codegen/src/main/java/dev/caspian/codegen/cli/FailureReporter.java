package dev.caspian.codegen.cli;

import dev.caspian.error.FileFailure;
import dev.caspian.error.PrismaException;
import dev.caspian.psl.InvalidSchemaException;
import java.io.IOException;
import org.springframework.dao.DataAccessException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells a person what went wrong; a stack trace is for bugs only. */
final class FailureReporter implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult arguments)
            throws Exception {
        Console console = new Console(command);
        if (failure instanceof InvalidSchemaException invalid) {
            console.show(invalid.errors());
        } else if (failure instanceof IOException file) {
            console.fail(FileFailure.message(file));
        } else if (failure instanceof IllegalArgumentException
                || failure instanceof PrismaException
                || failure instanceof DataAccessException) {
            console.fail(String.valueOf(failure.getMessage()));
        } else {
            throw failure;
        }
        return CommandLine.ExitCode.SOFTWARE;
    }
}
