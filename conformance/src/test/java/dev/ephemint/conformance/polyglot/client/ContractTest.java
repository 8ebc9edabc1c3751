package dev.ephemint.conformance.polyglot.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ContractTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "info:\n  title: x\n  version: 1.2.3\n",
                "openapi: 3.1.0\ninfo:\n  title: version of all\n  contact:\n    name: x\n  version: '1.2.3'\npaths: {}\n",
                "info:\r\n  version: \"1.2.3\"\r\n",
            })
    void versionIsThatOfInfo(String document) {
        assertThat(Contract.of(document).version()).isEqualTo("1.2.3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "openapi: 3.1.0\n", "info:\n  title: x\npaths:\n  version: 1\n"})
    void documentWithoutAVersionIsRejected(String document) {
        assertThatThrownBy(() -> Contract.of(document)).hasMessageContaining("info.version is missing");
    }

    @Test
    void changedDocumentOfTheSameVersionHasAnotherDirectory() {
        Contract one = Contract.of("info:\n  version: 1\n");
        Contract other = Contract.of("info:\n  version: 1\npaths: {}\n");
        ClientGeneration generation = new ClientGeneration(Path.of("x.jar"), Path.of("work"));
        GeneratedClient client = GeneratedClient.all().get(0);

        assertThat(generation.directory(client, one)).isNotEqualTo(generation.directory(client, other));
    }

    @Test
    void harnessOfOtherFilesHasAnotherDirectory() {
        Contract contract = Contract.of("info:\n  version: 1\n");
        ClientGeneration generation = new ClientGeneration(Path.of("x.jar"), Path.of("work"));

        assertThat(generation.directory(client(List.of("go/harness.go", "go/typed.go")), contract))
                .isNotEqualTo(generation.directory(client(List.of("go/harness.go", "go/client.go")), contract));
    }

    @Test
    void eachLineThatAClientLeavesOutIsInTheContract() {
        List<String> lines =
                Contract.bundled().document().lines().map(String::strip).toList();

        assertThat(GeneratedClient.all()).allSatisfy(client -> assertThat(lines).containsAll(client.without()));
    }

    /** Otherwise the constructor of its client requires a source of credentials. */
    @Test
    void ogenReadsTheContractWithoutSecurity() {
        String document = Contract.bundled().document();
        String expected = document.replaceAll("(?m)^( *)security:\\R(?:\\1 +- .*\\R)+", "");

        assertThat(client("ogen").source(Contract.bundled()))
                .isEqualTo(expected)
                .isNotEqualTo(document);
    }

    private static GeneratedClient client(String name) {
        return GeneratedClient.all().stream()
                .filter(client -> client.is(name))
                .findFirst()
                .orElseThrow();
    }

    private static GeneratedClient client(List<String> files) {
        return new GeneratedClient(
                "go", "Go", "x", Optional.empty(), List.of(), Optional.empty(), files, false, Optional.empty());
    }
}
