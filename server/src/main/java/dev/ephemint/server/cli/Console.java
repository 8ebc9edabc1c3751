package dev.ephemint.server.cli;

import java.io.InputStream;
import java.io.PrintStream;

/** Where a command reads and writes; answers go out, complaints and log lines to the other. */
public record Console(InputStream in, PrintStream out, PrintStream err) {}
