package dev.ephemint.server.app.sealed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What Prometheus reads about sealed tokens. */
final class SealedMetricsTest {

    private static final Map<String, String> METERED = Map.of("metrics.enabled", "true", "metrics.port", "0");

    @TempDir
    Path folder;

    private SealedService service;

    @BeforeEach
    void start() throws Exception {
        service = new SealedService(folder, METERED);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void countsWhatIsSealedAndExchanged() throws Exception {
        service.exchange(service.sealed());
        service.sealed();
        service.mint(service.other.reveal());

        assertThat(service.metrics()).contains("ephemint_seals_total 2.0");
        assertThat(exchanges()).containsExactly("{result=\"exchanged\"} 1.0");
    }

    @Test
    void countsACallAsSuchAndNotAsAnExchange() throws Exception {
        Map<String, String> calling = new HashMap<>(METERED);
        calling.put("sealed.use", "call");
        try (SealedService calls = new SealedService(folder, calling)) {
            String sealed = calls.sealed();
            calls.call(sealed, "v=0\r\n");
            calls.call(sealed, "v=0\r\n");

            assertThat(exchanges(calls)).containsExactlyInAnyOrder("{result=\"called\"} 1.0", "{result=\"used\"} 1.0");
        }
    }

    @Test
    void timesTheVendorApartForMintsCallsAndTheirEnds() throws Exception {
        try (CallVendor vendor = new CallVendor();
                SealedService calls = SealedService.forCalls(folder, vendor, METERED)) {
            calls.call(calls.sealed(), "v=0\r\n");
            calls.hangUp(calls.key.reveal(), "rtc_u2_E4xw9V7W");

            assertThat(calls.metrics().lines())
                    .filteredOn(line -> line.startsWith("ephemint_vendor_duration_seconds_count"))
                    .extracting(line -> line.replaceAll(".*purpose=\"(\\w+)\",status=\"(\\w+)\".*", "$1 $2"))
                    .containsExactlyInAnyOrder("mint 200", "call 201", "hangup 200");
        }
    }

    interface Misuse {
        void of(SealedService service) throws Exception;
    }

    static Stream<Arguments> misuses() {
        return Stream.of(
                misuse("used", service -> {
                    String sealed = service.sealed();
                    service.exchange(sealed);
                    service.exchange(sealed);
                }),
                misuse("expired", service -> {
                    String sealed = service.sealed();
                    service.now.updateAndGet(time -> time.plusSeconds(60));
                    service.exchange(sealed);
                }),
                misuse(
                        "origin",
                        service -> service.exchange(
                                service.mint(service.key.reveal(), "origin", SealedService.ORIGIN)
                                        .value(),
                                "origin",
                                "https://evil.example")),
                misuse(
                        "unknown_key",
                        service -> service.exchange(service.sealed().replace("eps_a.", "eps_gone."))),
                misuse("invalid", service -> service.exchange(service.sealed() + "AAAA")),
                misuse("invalid", service -> service.exchange("eps_a")),
                misuse("endpoint", service -> service.post("transcription_sessions", "{}", service.sealed())),
                misuse("request", service -> service.post("client_secrets", "{\"x\":1}", service.sealed())),
                misuse("request", service -> service.exchange(service.sealed(), "openai-safety-identifier", "ann")));
    }

    private static Arguments misuse(String reason, Misuse misuse) {
        return Arguments.of(reason, misuse);
    }

    @ParameterizedTest
    @MethodSource("misuses")
    void countsEachRefusalByItsReasonAndHasNoToken(String reason, Misuse misuse) throws Exception {
        misuse.of(service);

        assertThat(exchanges())
                .filteredOn(line -> !line.contains("\"exchanged\""))
                .containsExactly("{result=\"" + reason + "\"} 1.0");
        assertThat(service.metrics()).doesNotContain("eps_", "ek_", SealedService.ORIGIN, "evil");
    }

    @Test
    void aTokenOfAnotherDeploymentWithOurNameOfTheKeyIsInvalid() throws Exception {
        Path foreign = Files.writeString(folder.resolve("foreign.keys"), SealedService.line("a", 8));
        try (SealedService other = new SealedService(folder, Map.of("sealed.keys-file", foreign.toString()))) {
            service.exchange(other.sealed());
        }

        assertThat(exchanges()).containsExactly("{result=\"invalid\"} 1.0");
    }

    private List<String> exchanges() throws Exception {
        return exchanges(service);
    }

    private static List<String> exchanges(SealedService service) throws Exception {
        String name = "ephemint_seal_exchanges_total";
        return service.metrics()
                .lines()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()))
                .toList();
    }
}
