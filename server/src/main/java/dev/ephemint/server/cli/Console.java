package dev.ephemint.server.cli;

import java.io.InputStream;
import java.io.PrintStream;

/** The standard streams: results go to {@code out}, errors and log lines to {@code err}. */
public record Console(InputStream in, PrintStream out, PrintStream err) {}
