package dev.ephemint.conformance.diff.report;

import dev.ephemint.conformance.diff.change.Change;
import dev.ephemint.conformance.diff.change.ChangeClass;
import java.util.stream.Collectors;

/** Workflow commands of GitHub Actions, which annotate the lines of a pull request. Text changes are left out. */
final class GitHubReport {

    private GitHubReport() {}

    static String of(DiffResult result) {
        return result.impacts().stream()
                .map(impact -> impact.change())
                .filter(change -> change.worst() != ChangeClass.DOCUMENT)
                .map(GitHubReport::line)
                .collect(Collectors.joining());
    }

    private static String line(Change change) {
        String level =
                switch (change.worst()) {
                    case BREAKING -> "error";
                    case REGENERATION -> "warning";
                    case COMPATIBLE, DOCUMENT -> "notice";
                };
        String place = change.line()
                .map(line -> "file=" + property(line.file()) + ",line=" + line.line() + ",")
                .orElse("");
        String message = Wordings.title(change) + " (" + Wordings.values(change) + ") [" + change.fingerprint() + "]";
        return "::" + level + " " + place + "title=" + property(change.rules().get(0)) + "::" + escape(message) + "\n";
    }

    private static String property(String text) {
        return escape(text).replace(":", "%3A").replace(",", "%2C");
    }

    private static String escape(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }
}
