package dev.ephemint.server.planted;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.contract.corpus.PlantedForms;
import dev.ephemint.server.mint.Caller;
import dev.ephemint.server.policy.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A vendor repeats the service's key in every form and in every place that it controls; no part of the key is written anywhere. */
final class PlantedCasesTest {

    private static final List<String> KEYS = PlantedForms.KEYS;

    /** A key of words, which looks like no vendor's: only a service that knows it can hide it. */
    private static final String WORDS = KEYS.get(2);

    private static final List<String> DIALECTS = List.of("openai", "azure", "openai-beta", "azure-preview", "azure");

    private static final int FEWEST_CASES = 10_000;

    /** Each place gets a few forms of each key, and its neighbour the next ones, so that all are in some. */
    private static final int STEP = 36;

    /** To show that leaks are found. */
    private static final int FEW = 12 * STEP;

    @Test
    void nothingOfTheKeyIsWritten() throws Exception {
        PlantedRun run = new PlantedRun(STEP);
        for (int i = 0; i < KEYS.size(); i++) {
            try (WatchedService service = new WatchedService(DIALECTS.get(i), KEYS.get(i), Policy.none())) {
                run.plant(service, KEYS.get(i));
            }
        }

        assertThat(run.leaks()).isEmpty();
        assertThat(run.cases()).isGreaterThanOrEqualTo(FEWEST_CASES);
        print(run.cases() + " planted secrets, none of them in " + List.of(Sink.values()));
    }

    @Test
    void findsEveryLeakOfAServiceThatDoesNotKnowTheKey() {
        PlantedRun run = new PlantedRun(FEW);
        try (WatchedService service = new WatchedService("openai", "sk-another-key-0815", Policy.none())) {
            run.plant(service, WORDS);
        }

        assertThat(run.leaking()).contains(Sink.RESPONSE, Sink.LOG, Sink.AUDIT, Sink.DOCTOR);
    }

    @Test
    void findsWhatAMintWritesToMetricsAndTraces() {
        Caller leak = new Caller(WORDS, "default", Optional.empty());
        PlantedRun run = new PlantedRun(FEW);
        try (WatchedService service = new WatchedService(
                "openai",
                WORDS,
                mint -> request ->
                        mint.mint(request.withContext(request.context().withCaller(leak))))) {
            run.plant(service, WORDS);
        }

        assertThat(run.leaking()).contains(Sink.METRICS, Sink.TRACE, Sink.AUDIT);
    }

    /** The build prints it at its end. */
    private static void print(String line) throws IOException {
        Path directory = Files.createDirectories(Path.of("target/summary"));
        Files.writeString(directory.resolve("planted-secrets.txt"), line + "\n");
    }
}
