package dev.ephemint.conformance.diff.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ephemint.conformance.contract.DialectContract;
import dev.ephemint.conformance.diff.change.Change;
import dev.ephemint.conformance.diff.walk.DocumentDiff;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SpecSourcesTest {
    private static final String TREE = "spec/src/main/openapi/openapi.yaml";
    private static final SpecSources SOURCES = SpecSources.ofOperations(Path.of(".."));

    @Test
    void bundlesTheTreeOfFilesAsTheBuildDoes() {
        SpecDocument bundled = SOURCES.find(TREE);

        assertThat(DocumentDiff.of(
                        SpecDocument.of("built", DialectContract.base().tree()), bundled))
                .isEmpty();
        assertThat(bundled.line("/components/schemas/ClientSecret/properties/expires_at"))
                .hasValueSatisfying(line -> {
                    assertThat(line.file()).isEqualTo("spec/src/main/openapi/components/schemas/ClientSecret.yaml");
                    assertThat(line.line()).isGreaterThan(1);
                });
    }

    @Test
    void findsReleasesAndTheCurrentContract() {
        assertThat(SOURCES.find("0.1.0").version()).isEqualTo("0.1.0");
        assertThat(SOURCES.find("current").tree())
                .isEqualTo(SOURCES.find("current").tree());
        assertThat(SpecSources.ofEvents(Path.of("..")).find("current").hasEvents())
                .isTrue();
    }

    @Test
    void readsRevisionsOfARepository(@TempDir Path repository) throws IOException, InterruptedException {
        Files.writeString(
                repository.resolve("api.yaml"), "openapi: 3.1.0\ninfo: {version: 1.0.0}\nx-limits: {depth: 64}\n");
        git(repository, "init", "-q");
        git(repository, "add", "api.yaml");
        git(repository, "-c", "user.name=x", "-c", "user.email=x@example.com", "commit", "-qm", "First");
        Files.writeString(
                repository.resolve("api.yaml"), "openapi: 3.1.0\ninfo: {version: 1.0.0}\nx-limits: {depth: 32}\n");
        SpecSources sources = SpecSources.ofOperations(repository);

        Change change = DocumentDiff.of(sources.find("HEAD:api.yaml"), sources.find("api.yaml"))
                .get(0);

        assertThat(change.rules()).containsExactly("request.document-limit.narrowed");
        assertThat(change.line()).hasValue(new SourceLine("api.yaml", 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9.9.9", "no-such-thing", "no-such-thing:api.yaml", "--help:api.yaml", "LICENSE"})
    void saysWhatCannotBeFound(String argument) {
        assertThatThrownBy(() -> SOURCES.find(argument))
                .isInstanceOf(InvalidDocumentException.class)
                .message()
                .startsWith(argument.startsWith("--") ? "--help" : argument);
    }

    @ParameterizedTest
    @ValueSource(strings = {"- a list", "a: [", "swagger: '2.0'", ""})
    void rejectsWhatIsNoDocument(String text) {
        assertThatThrownBy(() -> SpecDocument.parse("api.yaml", "api.yaml", text))
                .isInstanceOf(InvalidDocumentException.class)
                .hasMessageStartingWith("api.yaml: ");
    }

    private static void git(Path directory, String... arguments) throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 1];
        command[0] = "git";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        process.getInputStream().readAllBytes();
        assertThat(process.waitFor()).isZero();
    }
}
