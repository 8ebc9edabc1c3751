package dev.ephemint.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ephemint.server.admission.Admission;
import dev.ephemint.server.admission.Claim;
import dev.ephemint.server.admission.Claims;
import dev.ephemint.server.admission.Decision;
import dev.ephemint.server.admission.Decision.Admitted;
import dev.ephemint.server.admission.Decision.Limited;
import dev.ephemint.server.admission.Decision.Mode;
import dev.ephemint.server.admission.Decision.Repeated;
import dev.ephemint.server.admission.Limits;
import dev.ephemint.server.admission.Settlement;
import dev.ephemint.server.admission.StoreAwayException;
import dev.ephemint.server.app.Facade;
import dev.ephemint.server.mint.Deadline;
import dev.ephemint.server.mint.MintFailure.RepeatedRequest;
import dev.ephemint.server.mint.Quota;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class MeteredAdmissionTest {

    private static final Quota QUOTA =
            new Quota("caller-60s", 1, 0, Optional.of(Duration.ofMinutes(1)), Duration.ofSeconds(9));

    private static final Claim CLAIM = Claims.of("web", Limits.NONE);

    private final Meters meters = new Meters();

    @AfterEach
    void close() {
        meters.close();
    }

    @Test
    void countsADecisionByTheStoreThatMadeIt() {
        admit(new Admitted(Mode.LOCAL, List.of()));
        admit(new Admitted(Mode.SHARED, List.of()));
        admit(new Admitted(Mode.SHARED, List.of()));

        assertThat(count("admitted", "local")).isOne();
        assertThat(count("admitted", "shared")).isEqualTo(2);
    }

    @Test
    void countsRefusals() {
        admit(new Limited(QUOTA, Duration.ofSeconds(9), List.of(QUOTA)));
        admit(new Repeated(RepeatedRequest.First.MINTED));

        assertThat(count("limited", "none")).isOne();
        assertThat(count("repeated", "none")).isOne();
    }

    @Test
    void countsAStoreThatIsAway() {
        Admission away = new FixedAdmission(() -> {
            throw new StoreAwayException("planted");
        });

        assertThatThrownBy(() -> new MeteredAdmission(away, meters).admit(CLAIM, Deadline.none()))
                .isInstanceOf(StoreAwayException.class);

        assertThat(count("store_away", "none")).isOne();
    }

    @Test
    void theServiceCountsItsDecisions() throws Exception {
        try (Facade facade = Facade.start(Map.of("server.port", "0", "metrics.enabled", "true", "metrics.port", "0"))) {
            HttpClient client = HttpClient.newHttpClient();
            client.send(
                    HttpRequest.newBuilder(facade.uri().resolve("/v1/realtime/client_secrets"))
                            .header("content-type", "application/json")
                            .POST(BodyPublishers.ofString("{\"session\":{\"type\":\"transcription\"}}"))
                            .build(),
                    BodyHandlers.discarding());
            URI metrics = URI.create("http://127.0.0.1:" + facade.metricsPort().orElseThrow() + "/metrics");

            assertThat(client.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString())
                            .body())
                    .contains("ephemint_admissions_total{decision=\"admitted\",store=\"memory\"} 1.0");
        }
    }

    private void admit(Decision decision) {
        new MeteredAdmission(new FixedAdmission(() -> decision), meters).admit(CLAIM, Deadline.none());
    }

    private double count(String decision, String store) {
        return meters.prometheus().scrape("ephemint_admissions"::equals).stream()
                .map(CounterSnapshot.class::cast)
                .flatMap(counter -> counter.getDataPoints().stream())
                .filter(point -> decision.equals(point.getLabels().get("decision")))
                .filter(point -> store.equals(point.getLabels().get("store")))
                .mapToDouble(point -> point.getValue())
                .sum();
    }

    private interface Outcome {
        Decision get();
    }

    /** Decides the same for every claim. */
    private record FixedAdmission(Outcome outcome) implements Admission {

        @Override
        public Decision admit(Claim claim, Deadline deadline) {
            return outcome.get();
        }

        @Override
        public void settle(Claim claim, Settlement settlement, Deadline deadline) {}
    }
}
