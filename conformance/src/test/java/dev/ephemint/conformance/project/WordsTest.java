package dev.ephemint.conformance.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Main sources, contract, page and documents are free of the words in {@code words/words.txt}. */
final class WordsTest {

    private static final Path DATA = Path.of("src/test/resources/words");
    private static final Pattern CHECKED =
            Pattern.compile("README\\.md|\\.github/.*|\\.ci/.*|server/docs/.*|spec/[^/]+\\.(md|mjs|sh|yaml)"
                    + "|spec/generators/.*|(spec|server|client|conformance)/src/(main|module|testing)/.*");
    private static final Pattern SKIPPED = Pattern.compile(".*\\.(png|wav|ico)|.*/META-INF/licenses/.*");

    private record Allowed(String glob, String phrase, String text, String reason) {

        static Allowed of(String line) {
            String[] columns = line.split(" \\| ", 4);
            return new Allowed(columns[0], columns[1], columns[2], columns[3]);
        }

        boolean allows(Path file, String line, String found) {
            return FileSystems.getDefault().getPathMatcher("glob:" + glob).matches(file)
                    && (phrase.equals("*") || phrase.equals(found))
                    && (text.equals("*") || line.contains(text));
        }
    }

    private final WordList words = new WordList(lines("words.txt"));
    private final List<Allowed> exceptions =
            lines("allowed.txt").stream().map(Allowed::of).toList();

    WordsTest() throws IOException {}

    @Test
    void findsNoWordToAvoid() throws IOException {
        List<String> found = new ArrayList<>();
        Set<Allowed> used = new HashSet<>();
        for (Path file : ProjectFiles.all()) {
            String name = file.toString();
            if (CHECKED.matcher(name).matches() && !SKIPPED.matcher(name).matches()) {
                found.addAll(findings(file, used));
            }
        }

        assertThat(found).as("words to avoid, and better ones").isEmpty();
        assertThat(used).as("exceptions in use").containsExactlyInAnyOrderElementsOf(exceptions);
    }

    @Test
    void findsWordsInIdentifiersAndAcrossLines() {
        WordList list = new WordList(List.of("tell | told = report", "where it = if"));

        assertThat(list.in("isTold(); TOLD_BY; TELLing; // where\n     * it is; untold, tellers"))
                .extracting(WordList.Finding::phrase)
                .containsExactly("told", "told", "where it");
        assertThat(list.in("accurate, SECURE\nforward;\n reToldX"))
                .containsExactly(new WordList.Finding(3, "told", "report"));
    }

    private List<String> findings(Path file, Set<Allowed> used) throws IOException {
        String text = ProjectFiles.read(file);
        List<String> lines = text.lines().toList();
        List<String> found = new ArrayList<>();
        for (WordList.Finding finding : words.in(text)) {
            String line = lines.get(finding.line() - 1);
            List<Allowed> allowing = exceptions.stream()
                    .filter(exception -> exception.allows(file, line, finding.phrase()))
                    .toList();
            used.addAll(allowing);
            if (allowing.isEmpty()) {
                found.add("%s:%d: %s -> %s".formatted(file, finding.line(), finding.phrase(), finding.better()));
            }
        }
        return found;
    }

    private static List<String> lines(String name) throws IOException {
        return Files.readAllLines(DATA.resolve(name)).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }
}
