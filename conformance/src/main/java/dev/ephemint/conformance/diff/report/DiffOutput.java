package dev.ephemint.conformance.diff.report;

/** The forms in which a diff is printed. */
public enum DiffOutput {
    TEXT,
    MARKDOWN,
    /** Format 1: members may be added. */
    JSON,
    /** SARIF 2.1.0. */
    SARIF,
    /** Annotations of GitHub Actions. */
    GITHUB;

    public String of(DiffResult result) {
        return switch (this) {
            case TEXT -> ConsoleReport.of(result);
            case MARKDOWN -> MarkdownReport.of(result);
            case JSON -> JsonReport.of(result);
            case SARIF -> SarifReport.of(result);
            case GITHUB -> GitHubReport.of(result);
        };
    }
}
