package dev.ephemint.conformance.cli;

import dev.ephemint.conformance.run.CheckResult;
import dev.ephemint.conformance.run.RunListener;
import dev.ephemint.conformance.run.Verdict;
import java.io.Console;
import java.io.PrintWriter;
import java.util.Map;

/** Prints how far a run is: one line that is rewritten on a terminal, and a plain line now and then in a log. */
final class Progress implements RunListener {
    private static final int LOG_EVERY = 250;
    private static final int WIDTH = 78;

    private final PrintWriter err;
    private final boolean terminal;
    private int failed;

    private Progress(PrintWriter err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    static Progress on(PrintWriter err, Map<String, String> environment) {
        return new Progress(err, isTerminal() && !environment.containsKey("CI"));
    }

    static Progress forTerminal(PrintWriter err) {
        return new Progress(err, true);
    }

    static Progress forLog(PrintWriter err) {
        return new Progress(err, false);
    }

    /** From JDK 22 on a console exists without a terminal, too, and a method distinguishes them. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException olderThan22) {
            return true;
        }
    }

    @Override
    public void onResult(CheckResult result, int done, int total) {
        failed += result.verdict() == Verdict.FAILED ? 1 : 0;
        if (terminal) {
            String line = done + "/" + total + (failed > 0 ? ", " + failed + " failed" : "") + "  " + result.id();
            err.print("\r" + pad(done == total ? "" : line) + (done == total ? "\r" : ""));
            err.flush();
        } else if (done % LOG_EVERY == 0 && done < total) {
            err.println(done + " of " + total + " checks, " + failed + " failed");
        }
    }

    private static String pad(String line) {
        return String.format("%-" + WIDTH + "." + WIDTH + "s", line);
    }
}
