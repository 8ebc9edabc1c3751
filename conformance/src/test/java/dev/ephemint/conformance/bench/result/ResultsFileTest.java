package dev.ephemint.conformance.bench.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ephemint.conformance.bench.SampleResults;
import dev.ephemint.conformance.json.ExactJson;
import org.junit.jupiter.api.Test;

final class ResultsFileTest {

    @Test
    void whatIsWrittenIsReadAgain() {
        Results results = SampleResults.RESULTS;

        assertThat(ResultsFile.read(ExactJson.parse(ExactJson.writeIndented(ResultsFile.write(results))), "file"))
                .isEqualTo(results);
    }

    @Test
    void rejectsAnotherFormat() {
        assertThatThrownBy(() -> ResultsFile.read(ExactJson.parse("{\"format\":2}"), "results.json"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("results.json: format: must be 1, got 2");
    }
}
