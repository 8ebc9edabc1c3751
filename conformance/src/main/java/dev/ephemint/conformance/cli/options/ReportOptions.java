package dev.ephemint.conformance.cli.options;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a report of one file goes. */
public final class ReportOptions {
    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "write the report to this file instead of the console")
    private @Nullable Path report;

    /** @throws InputException if the file cannot be written */
    public void print(PrintWriter console, String text) {
        if (report == null) {
            console.print(text);
            console.flush();
            return;
        }
        try {
            Files.writeString(report, text);
        } catch (IOException e) {
            throw new InputException("--report " + report + ": cannot be written");
        }
    }
}
