package dev.ephemint.server.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.ephemint.server.sandbox.SandboxCaller.Reply;
import dev.ephemint.server.sandbox.wire.VendorRequest;
import dev.ephemint.testing.SettableClock;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class SandboxTest {

    private static final String MINT = "/v1/realtime/transcription_sessions";

    @Test
    void acceptsItsTokensUntilTheyExpire() {
        SettableClock clock = new SettableClock();
        try (Sandbox unit = Sandbox.start("openai-beta", clock)) {
            String token = SandboxCaller.withBearer(unit).post(MINT, "{}").token();

            assertThat(unit.isValid(token)).isTrue();
            clock.advance(Duration.ofSeconds(599));
            assertThat(unit.isValid(token)).isTrue();
            clock.advance(Duration.ofSeconds(1));
            assertThat(unit.isValid(token)).isFalse();
        }
    }

    @Test
    void rejectsTokensOfAnotherSandbox() {
        try (Sandbox unit = Sandbox.start("openai", Clock.systemUTC());
                Sandbox other = Sandbox.start("openai-beta", Clock.systemUTC())) {
            String token = SandboxCaller.withBearer(other).post(MINT, "{}").token();

            assertThat(unit.isValid(token)).isFalse();
            assertThat(unit.key()).isNotEqualTo(other.key());
            assertThat(unit.uri()).isNotEqualTo(other.uri());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"openai", "openai-beta", "azure", "azure-preview"})
    void marksEveryResponse(String dialect) {
        try (Sandbox unit = Sandbox.start(dialect, Clock.systemUTC())) {
            Reply reply = SandboxCaller.withBearer(unit).post("/anything", "{}");

            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.header("x-ephemint-sandbox")).hasValue("true");
        }
    }

    @Test
    void warnsAtStart() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger logger = (Logger) LoggerFactory.getLogger(Sandbox.class);
        logger.addAppender(log);

        try (Sandbox unit = Sandbox.start("azure", Clock.systemUTC())) {
            assertThat(log.list).singleElement().satisfies(event -> assertThat(
                            event.getFormattedMessage() + event.getKeyValuePairs())
                    .isEqualTo("the built-in sandbox stands in for the vendor: its tokens are not real"
                            + "[dialect=\"azure\", uri=\"" + unit.uri() + "\"]"));
        } finally {
            logger.detachAppender(log);
        }
    }

    @Test
    void listensOnLoopbackOnly() {
        try (Sandbox unit = Sandbox.start("openai", Clock.systemUTC())) {
            assertThat(unit.uri().toString()).matches("http://127\\.0\\.0\\.1:\\d+");
        }
    }

    @Test
    void rejectsATooLongBody() {
        try (Sandbox unit = Sandbox.start("openai", Clock.systemUTC())) {
            Reply reply = SandboxCaller.withBearer(unit)
                    .post("/v1/realtime/client_secrets", "\"" + "x".repeat(1024 * 1024) + "\"");

            assertThat(reply.status()).isEqualTo(413);
        }
    }

    @Test
    void rejectsUnknownDialects() {
        assertThatThrownBy(() -> Sandbox.start("acme", Clock.systemUTC()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the sandbox does not imitate acme");
    }

    @ParameterizedTest
    @ValueSource(strings = {"openai", "openai-beta", "azure", "azure-preview"})
    void redactsKeysInToString(String dialect) {
        SandboxVendors vendors = SandboxVendors.of(SandboxOptions.of(dialect, Clock.systemUTC()));
        VendorRequest request = new VendorRequest(
                "POST",
                new VendorRequest.Target("host", "/path", ""),
                Map.of(),
                Map.of("api-key", vendors.key().reveal()),
                new byte[0]);

        assertThat(vendors + " " + request + " "
                        + vendors.endpoints()
                                .http()
                                .respond(request)
                                .with("x", vendors.key().reveal()))
                .doesNotContain(vendors.key().reveal())
                .doesNotContain(vendors.entra().current().reveal());
    }

    @Test
    void redactsItsKey() {
        try (Sandbox unit = Sandbox.start("openai", Clock.systemUTC())) {
            assertThat(unit).hasToString("Sandbox[" + unit.uri() + "]");
            assertThat(unit.key().reveal()).startsWith("sk-local-");
        }
    }
}
