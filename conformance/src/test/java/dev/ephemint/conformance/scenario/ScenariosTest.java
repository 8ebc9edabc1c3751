package dev.ephemint.conformance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.conformance.Facades;
import dev.ephemint.conformance.KitData;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ScenariosTest {
    private static final LogCapture LOG = LogCapture.begin();
    private static final ScenarioRunner RUNNER = new ScenarioRunner(Facades::scripted);

    static List<Scenario> scenarios() {
        return Scenarios.in(KitData.path("scenarios"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void happensAsWritten(Scenario scenario) {
        assertThat(RUNNER.run(scenario)).as(scenario.toString()).isEmpty();
        assertThat(LOG.lines()).as(scenario.toString()).noneMatch(line -> line.contains(ScenarioRunner.CREDENTIAL));
    }

    @AfterAll
    static void close() {
        assertThat(LOG.lines()).as("the facade logs").anyMatch(line -> line.contains("minted"));
        RUNNER.close();
        LOG.close();
    }
}
