package dev.ephemint.conformance.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.conformance.KitData;
import dev.ephemint.conformance.contract.DialectContract;
import dev.ephemint.conformance.scenario.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class ContractCoverageTest {
    private static final ContractCoverage COVERAGE =
            ContractCoverage.of(DialectContract.base(), Scenarios.in(KitData.path("scenarios")));

    @Test
    void scenariosTouchEveryOperationStatusAndProperty() throws IOException {
        Files.writeString(Path.of("target/contract-coverage.txt"), COVERAGE.report());

        // A fault of our own that a scenario could cause would be mended instead.
        assertThat(COVERAGE.untouched()).containsExactly("createClientSecret 500", "createTranscriptionSession 500");
    }
}
