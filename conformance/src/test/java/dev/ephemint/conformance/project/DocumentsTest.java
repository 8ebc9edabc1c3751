package dev.ephemint.conformance.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each command and example of the documents is run by a test or script, and each link leads to a file. */
final class DocumentsTest {

    private static final Path REGISTRY = Path.of("src/test/resources/commands/commands.txt");
    private static final Pattern PATH = Pattern.compile("`([\\w.-]+/[\\w./-]+)`");
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)`");
    private static final Path CONTRIBUTING = Path.of(".github/CONTRIBUTING.md");
    private static final Path SERVER = Path.of("server/src/main/java/dev/ephemint/server");

    /** A line of the registry. */
    private record Runner(String document, String text, String file) {

        static Runner of(String line) {
            String[] columns = line.split(" \\| ", 4);
            return new Runner(columns[0], columns[1], columns[2]);
        }

        boolean runs(Documents.Example example) {
            return example.document().toString().equals(document)
                    && example.text().contains(text);
        }

        /** Names the document or contains the command, but for flags that only change the output. */
        boolean isTrue() throws IOException {
            if (file.equals("live") || file.equals("by hand")) {
                return true;
            }
            String runner = ProjectFiles.read(Path.of(file)).replace(" -B -ntp", "");
            String name = Path.of(document).getFileName().toString();
            return runner.contains(name) || runner.contains(text);
        }
    }

    @Test
    void everyExampleIsRun() throws IOException {
        List<Runner> runners = Files.readAllLines(REGISTRY).stream()
                .filter(line -> !line.startsWith("#"))
                .map(Runner::of)
                .toList();
        Set<Runner> used = new HashSet<>();
        for (Documents.Example example : Documents.examples()) {
            List<Runner> running =
                    runners.stream().filter(runner -> runner.runs(example)).toList();
            assertThat(running).as("who runs %s", example).isNotEmpty();
            used.addAll(running);
        }

        assertThat(used).as("examples that exist").containsExactlyInAnyOrderElementsOf(runners);
        for (Runner runner : runners) {
            assertThat(runner.isTrue()).as("%s", runner).isTrue();
        }
    }

    @Test
    void everyLinkLeadsToAFile() throws IOException {
        List<String> missing = new ArrayList<>();
        for (Path document : Documents.all()) {
            for (String link : Documents.links(document)) {
                if (Files.notExists(ProjectFiles.ROOT.resolve(document).resolveSibling(link))) {
                    missing.add(document + ": " + link);
                }
            }
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void everyPathInContributingExists() throws IOException {
        assertThat(PATH.matcher(ProjectFiles.read(CONTRIBUTING)).results().map(path -> path.group(1)))
                .isNotEmpty()
                .allSatisfy(path -> assertThat(List.of(
                                ProjectFiles.ROOT.resolve(path),
                                ProjectFiles.ROOT.resolve(SERVER).resolve(path)))
                        .anySatisfy(file -> assertThat(file).exists()));
    }

    @ParameterizedTest
    @ValueSource(strings = {".github/CONTRIBUTING.md", "server/docs/THREATS.md"})
    void everyTestThatADocumentNamesExists(String document) throws IOException {
        List<String> files = ProjectFiles.all().stream()
                .map(file -> file.getFileName().toString())
                .toList();

        assertThat(TEST.matcher(ProjectFiles.read(Path.of(document))).results().map(test -> test.group(1) + ".java"))
                .isNotEmpty()
                .isSubsetOf(files);
    }

    @Test
    void theReadmeIsShortAndStartsWithACommand() throws IOException {
        List<String> readme = ProjectFiles.read(Path.of("README.md")).lines().toList();

        assertThat(readme).hasSizeLessThanOrEqualTo(130);
        assertThat(readme.subList(0, 15)).contains("```sh");
    }
}
