package dev.ephemint.server.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ephemint.contract.corpus.Corpus;
import dev.ephemint.contract.corpus.Specimen;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each target on its corpus and on a fixed number of inputs made from it. Jazzer looks for more, see {@link JazzerTest}. */
final class FuzzTargetsTest {
    private static final Path FOUND = Path.of("src/test/resources/fuzz/found.txt");
    private static final int INPUTS = 1_500;

    /** Of the corpus, every so many documents: other tests read them all. */
    private static final int EVERY = 12;

    /** What vendors respond with when they fail, and texts in which a key may stand. */
    private static final List<String> MORE = List.of(
            "{\"error\":{\"message\":\"Incorrect API key provided: §.\",\"type\":\"invalid_request_error\",\"param\":null,\"code\":\"invalid_api_key\"}}",
            "{\"error\":{\"code\":\"DeploymentNotFound\",\"message\":\"§\"}}",
            "{\"value\":\"ek_fixture0123456789abcdef\",\"expires_at\":1792000000,\"session\":{\"type\":\"transcription\",\"x\":\"§\"}}",
            "{\"client_secret\":{\"value\":\"ek_fixture0123456789abcdef\",\"expires_at\":1792000000},\"x\":[\"§\"]}",
            "<html><body>§</body></html>",
            "",
            "null",
            "the key § is wrong");

    static List<String> documents() {
        List<String> documents = new ArrayList<>(MORE);
        List<Specimen> specimens = Corpus.specimens().toList();
        IntStream.range(0, specimens.size())
                .filter(i -> i % EVERY == 0)
                .forEach(i -> documents.add(specimens.get(i).json().toString()));
        return documents;
    }

    @ParameterizedTest
    @EnumSource
    void holdsOnItsCorpusAndOnChangesOfIt(FuzzTarget target) {
        assertThatCode(() -> new SeededFuzzer(target.target(), target.seeds(documents())).run(INPUTS))
                .doesNotThrowAnyException();
    }

    /** Inputs that once failed, one a line: target and base64. */
    @Test
    void holdsOnWhatWasFound() throws IOException {
        try (Stream<String> lines = Files.lines(FOUND)) {
            lines.filter(line -> !line.startsWith("#")).forEach(line -> {
                String[] columns = line.split(" ", 2);
                FuzzTarget.valueOf(columns[0])
                        .target()
                        .accept(Base64.getDecoder().decode(columns[1]));
            });
        }
    }

    @Test
    void faultIsFoundAndReportedWithItsInput() {
        SeededFuzzer fuzzer = new SeededFuzzer(
                input -> {
                    if (new String(input, StandardCharsets.UTF_8).contains("Bearer ")) {
                        throw new IllegalStateException("planted");
                    }
                },
                List.of("{}".getBytes(StandardCharsets.UTF_8)));

        assertThatThrownBy(() -> fuzzer.run(INPUTS))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("input ")
                .hasRootCauseMessage("planted");
    }

    @Test
    void plantedKeyIsSeen() {
        Planted planted = Planted.in("{\"x\":\"§\"}", (byte) 0);

        assertThat(planted.text()).contains(Planted.KEY);
        assertThatThrownBy(() -> planted.mustNotBeIn(planted.text())).isInstanceOf(AssertionError.class);
    }
}
