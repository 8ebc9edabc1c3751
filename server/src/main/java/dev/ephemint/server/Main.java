package dev.ephemint.server;

import dev.ephemint.server.cli.Console;
import dev.ephemint.server.cli.Program;
import java.util.List;

/** Starts the program: see {@code java -jar ephemint-server.jar --help}. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        int status = Program.run(List.of(arguments), new Console(System.in, System.out, System.err));
        if (status != Program.RUNNING) {
            System.exit(status);
        }
    }
}
