package dev.ephemint.conformance.project;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The repository's Markdown files: their commands, examples and links. */
final class Documents {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^ *```(\\w*)\\n(.*?)^ *```$");
    private static final Pattern INLINE =
            Pattern.compile("`((?:mvn|sh|java|curl|npm|npx|node|go|cargo|python3?|docker|git) [^`\\n]+)`");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|mailto:)([^)#\\s]+)[^)\\s]*\\)");
    private static final List<String> OUTPUT = List.of("", "json", "text");

    /** Records of the past: their commands need not run today. */
    private static final Path DECISIONS = Path.of("server/docs/decisions");

    /** A block of code or an inline command. */
    record Example(Path document, String text) {}

    private Documents() {}

    static List<Path> all() throws IOException {
        return ProjectFiles.all().stream()
                .filter(file -> file.toString().endsWith(".md"))
                .toList();
    }

    static List<Example> examples() throws IOException {
        List<Example> examples = new ArrayList<>();
        for (Path document : all()) {
            if (document.startsWith(DECISIONS)) {
                continue;
            }
            String text = ProjectFiles.read(document);
            BLOCK.matcher(text)
                    .results()
                    .filter(block -> !OUTPUT.contains(block.group(1)))
                    .forEach(block -> examples.add(new Example(document, block.group(2))));
            INLINE.matcher(BLOCK.matcher(text).replaceAll(""))
                    .results()
                    .forEach(inline -> examples.add(new Example(document, inline.group(1))));
        }
        return examples;
    }

    /** Targets of relative links, without their anchors. */
    static List<String> links(Path document) throws IOException {
        return LINK.matcher(ProjectFiles.read(document))
                .results()
                .map(MatchResult::group)
                .map(link -> LINK.matcher(link).replaceAll("$1"))
                .toList();
    }
}
