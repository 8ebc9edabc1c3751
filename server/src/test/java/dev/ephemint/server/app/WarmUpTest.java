package dev.ephemint.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.ephemint.server.settings.reader.SettingsReader;
import dev.ephemint.server.settings.reader.Sources;
import dev.ephemint.testing.FakeHttpServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

final class WarmUpTest {

    @ParameterizedTest
    @CsvSource({"openai", "openai-beta", "azure", "azure-preview"})
    void runsAMintAndARejectionOfBothOperations(String dialect) {
        Closer closer = new Closer();
        Application application = Application.of(
                SettingsReader.read(Sources.of(Map.of("upstream.dialect", dialect))), closer, Clock.systemUTC());

        assertThat(WarmUp.of(application).run()).isEqualTo(List.of(200, 400, 400, 200));
        closer.close();
    }

    @Test
    void asksNoVendorAndLeavesNoTrace(@TempDir Path directory) throws Exception {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger logger = (Logger) LoggerFactory.getLogger("dev.ephemint");
        logger.addAppender(log);
        try (FakeHttpServer vendor = new FakeHttpServer(request -> FakeHttpServer.Reply.of(500, ""));
                Facade facade = Facade.start(settings(vendor, directory))) {
            URI metrics = URI.create("http://127.0.0.1:" + facade.metricsPort().orElseThrow() + "/metrics");

            assertThat(HttpClient.newHttpClient()
                            .send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString())
                            .body())
                    .doesNotContain("ephemint_mints_total");
            assertThat(vendor.requests()).isEmpty();
            assertThat(directory.resolve("audit")).isEmptyFile();
            assertThat(log.list).extracting(ILoggingEvent::getMessage).containsExactly("listening");
        } finally {
            logger.detachAppender(log);
        }
    }

    private static Map<String, String> settings(FakeHttpServer vendor, Path directory) {
        Map<String, String> given = new HashMap<>();
        given.put("server.port", "0");
        given.put("upstream.url", vendor.url() + "/v1");
        given.put("openai.api-key", "sk-notakeyQwErTyUiOpAsDfGhJkLz");
        given.put("metrics.enabled", "true");
        given.put("metrics.port", "0");
        given.put("audit.file", directory.resolve("audit").toString());
        return given;
    }
}
