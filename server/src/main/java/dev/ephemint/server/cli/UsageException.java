package dev.ephemint.server.cli;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** An argument that cannot be used. The message holds no value of an argument, which may be a key. */
final class UsageException extends ParameterException {

    private static final long serialVersionUID = 1L;

    UsageException(CommandLine command, String problem) {
        super(command, problem);
    }
}
