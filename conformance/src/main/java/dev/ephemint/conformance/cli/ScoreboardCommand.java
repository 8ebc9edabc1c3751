package dev.ephemint.conformance.cli;

import dev.ephemint.conformance.cli.options.InputException;
import dev.ephemint.conformance.input.InvalidInputException;
import dev.ephemint.conformance.requirement.Requirements;
import dev.ephemint.conformance.scoreboard.InvalidScoreboardException;
import dev.ephemint.conformance.scoreboard.Scoreboard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Puts the reports of several runs side by side. */
@Command(
        name = "scoreboard",
        mixinStandardHelpOptions = true,
        description = "Puts gateways side by side, from the JSON reports of their runs.",
        sortOptions = false)
final class ScoreboardCommand implements Callable<Integer> {
    @Option(
            names = "--reports",
            paramLabel = "DIR",
            required = true,
            arity = "1..*",
            description = "directories that hold a report.json each; may be repeated")
    private List<Path> reports = new ArrayList<>();

    @Option(
            names = "--gateways",
            paramLabel = "FILE",
            required = true,
            description =
                    "in YAML: name, version and profiles of each gateway, and a sentence on each family that fails")
    private Path gateways = Path.of("gateways.yaml");

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "written as HTML if it ends in .html, otherwise as Markdown; may be repeated")
    private List<Path> out = new ArrayList<>();

    @Override
    public Integer call() {
        Scoreboard board = board();
        for (Path file : out) {
            write(file, file.toString().endsWith(".html") ? board.html() : board.markdown());
        }
        return Program.PASSED;
    }

    private Scoreboard board() {
        try {
            return Scoreboard.of(reports, gateways, Requirements.all());
        } catch (InvalidScoreboardException | InvalidInputException e) {
            throw new InputException(String.valueOf(e.getMessage()));
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new InputException("--out " + file + ": cannot write: " + e.getMessage());
        }
    }
}
