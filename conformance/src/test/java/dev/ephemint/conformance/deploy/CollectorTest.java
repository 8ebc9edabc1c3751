package dev.ephemint.conformance.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.conformance.Facades;
import dev.ephemint.conformance.http.HttpCaller;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.scenario.Gateway;
import dev.ephemint.conformance.vendor.ReservedPort;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Spans as a collector of the OpenTelemetry project receives them. */
@Tag("nightly")
@Timeout(value = 40, unit = TimeUnit.MINUTES)
final class CollectorTest {
    private static final String PATH = "/v1/realtime/client_secrets";
    private static final String MINT = "{\"session\":{\"type\":\"transcription\"}}";
    private static final String PARENT = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Test
    void receivesTheSpansOfAMintBelowTheCallersWithoutAToken(@TempDir Path folder) throws Exception {
        String address = freeAddress();
        Path configuration = Files.writeString(folder.resolve("collector.yaml"), """
                receivers: {otlp: {protocols: {http: {endpoint: '%s'}}}}
                exporters: {debug: {verbosity: detailed}}
                service:
                  telemetry: {metrics: {level: none}}
                  pipelines: {traces: {receivers: [otlp], exporters: [debug]}}
                """.formatted(address));
        Process collector = new ProcessBuilder(Tool.collector().program().toString(), configuration.toString())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader lines = collector.inputReader(StandardCharsets.UTF_8)) {
            readUntil(lines, "Everything is ready");

            mint("http://" + address + "/v1/traces");

            collector.toHandle().destroy(); // The process would close what is still to be read.
            String seen = String.join("\n", readUntil(lines, null));
            assertThat(seen)
                    .contains("service.name: Str(ephemint)", "Trace ID       : " + PARENT, "Kind           : Server")
                    .contains("Name           : mint")
                    .contains("http.response.status_code: Int(200)")
                    .doesNotContain("ek_");
        } finally {
            collector.destroyForcibly();
        }
    }

    /** Its close sends what has not been sent. */
    private static void mint(String url) {
        try (Gateway.Running facade = Facades.start(Map.of("server.port", "0", "tracing.otlp-url", url))) {
            Message request = Message.request("POST", PATH, MINT)
                    .with("content-type", "application/json")
                    .with("traceparent", "00-" + PARENT + "-00f067aa0ba902b7-01");

            assertThat(new HttpCaller(Duration.ofMinutes(1))
                            .call(facade.uri().resolve(PATH), request)
                            .status())
                    .isEqualTo(200);
        }
    }

    /** The lines up to one with the text, or to the end. */
    private static List<String> readUntil(BufferedReader lines, @Nullable String text) throws Exception {
        List<String> read = new ArrayList<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            read.add(line);
            if (text != null && line.contains(text)) {
                return read;
            }
        }
        assertThat(text).as("the collector ended:\n" + String.join("\n", read)).isNull();
        return read;
    }

    private static String freeAddress() {
        try (ReservedPort port = ReservedPort.open()) {
            return port.uri().getAuthority();
        }
    }
}
