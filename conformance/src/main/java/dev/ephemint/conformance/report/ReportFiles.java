package dev.ephemint.conformance.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes all reports of a run into a directory. */
public final class ReportFiles {
    private ReportFiles() {}

    /** Creates the directory; replaces reports that are in it. */
    public static void write(Report report, Path directory) throws IOException {
        Files.createDirectories(directory);
        for (Map.Entry<String, String> file : all(report).entrySet()) {
            Files.writeString(directory.resolve(file.getKey()), file.getValue());
        }
    }

    /** Each report by the name of its file. */
    static Map<String, String> all(Report report) {
        return Map.of(
                "report.json", JsonReport.of(report),
                "junit.xml", JunitReport.of(report),
                "report.sarif", SarifReport.of(report),
                "report.md", MarkdownReport.of(report),
                "report.html", HtmlReport.of(report),
                "badge.json", Badge.of(report));
    }
}
