package dev.ephemint.server.policy;

import static dev.ephemint.server.Fixtures.failed;
import static dev.ephemint.server.Fixtures.request;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.ephemint.server.Fixtures;
import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure;
import dev.ephemint.server.mint.MintedToken;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuditPolicyTest {

    private static final CredentialHints HINTS = new CredentialHints("check the key", "check its role");

    private final Logger log = new LoggerContext().getLogger("audit");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final AuditPolicy unit = new AuditPolicy(log, "openai", HINTS);

    @BeforeEach
    void listen() {
        lines.start();
        log.addAppender(lines);
    }

    private String line() {
        return lines.list.get(0).getFormattedMessage() + " " + lines.list.get(0).getKeyValuePairs();
    }

    @Test
    void logsAMintWithoutTheToken() {
        MintedToken token = Fixtures.token(1_792_000_000L);

        MintedToken minted =
                unit.around(request -> token).mint(request("{'session':{'type':'realtime','model':'gpt-realtime'}}"));

        assertThat(minted).isSameAs(token);
        assertThat(line())
                .contains("minted", "openai", "realtime", "gpt-realtime", "req_fixture", "1792000000")
                .doesNotContain(Fixtures.TOKEN);
    }

    @Test
    void logsAndRethrowsAFailure() {
        MintFailedException failure = new MintFailedException(new MintFailure.VendorFault(500), "req_7");
        Mint failing = request -> {
            throw failure;
        };

        assertThat(failed(() -> unit.around(failing).mint(request("{}")))).isSameAs(failure);
        assertThat(line()).contains("mint failed", "VendorFault", "req_7");
    }

    @Test
    void namesTheUpstreamWithItsOwnDialectAndHint() {
        AuditPolicy several = new AuditPolicy(
                log,
                new UpstreamLabels("openai", HINTS),
                Map.of("azure-eu", new UpstreamLabels("azure", new CredentialHints("check azure-eu", ""))));
        Mint failing = request -> {
            throw new MintFailedException(new MintFailure.CredentialRefused(401, null)).at("azure-eu");
        };

        failed(() -> several.around(failing).mint(request("{}")));

        assertThat(line()).contains("upstream=\"azure-eu\"", "dialect=\"azure\"", "check azure-eu");
    }

    @Test
    void namesTheUpstreamThatMinted() {
        MintedToken token = Fixtures.token(1);
        AuditPolicy several = new AuditPolicy(log, new UpstreamLabels("openai", HINTS), Map.of());

        several.around(request -> token.withConnection(token.connection().withUpstream("elsewhere")))
                .mint(request("{}"));

        assertThat(line()).contains("upstream=\"elsewhere\"", "dialect=\"openai\"");
    }

    @Test
    void omitsAMissingVendorRequestId() {
        Mint failing = request -> {
            throw new MintFailedException(new MintFailure.TimedOut());
        };

        failed(() -> unit.around(failing).mint(request("{}")));

        assertThat(line()).doesNotContain("upstream_request_id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\\nb",
                "\\u202egpt",
                "sk-planted",
                "Bearer planted-4711",
                "0123456789abcdef0123456789abcdef",
                "Zq81LmPw93xTbYc7Rd2U",
                "gpt-4o-gpt-4o-gpt-4o-gpt-4o-gpt-4o-gpt-4o-gpt-4o-gpt-4o-gpt-4o-gpt"
            })
    void logsNoModelThatCouldBeASecret(String model) {
        unit.around(request -> Fixtures.token(1))
                .mint(request("{'session':{'type':'" + model + "','model':'" + model + "'}}"));

        assertThat(line()).contains("session_type=\"?\", model=\"?\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt-4o-mini-transcribe-2025-12-15", "nvidia/parakeet-ctc-1.1b", "my_deployment.2"})
    void logsModelsOfAnyVendor(String model) {
        unit.around(request -> Fixtures.token(1)).mint(request("{'session':{'model':'" + model + "'}}"));

        assertThat(line()).contains("session_type=\"\", model=\"" + model + "\"");
    }

    static Stream<Arguments> failuresForTheOperator() {
        return Stream.of(
                Arguments.of(new MintFailure.CredentialRefused(401, null), "check the key"),
                Arguments.of(new MintFailure.CredentialRefused(403, null), "check its role"),
                Arguments.of(new MintFailure.Unreachable("down"), "check upstream.url, name resolution"),
                Arguments.of(new MintFailure.TimedOut(), "upstream.timeout"),
                Arguments.of(new MintFailure.RouteNotFound(), "upstream.dialect"),
                Arguments.of(new MintFailure.Redirected(302), "redirects"),
                Arguments.of(new MintFailure.ExpiredToken(), "clock"),
                Arguments.of(new MintFailure.OwnCredentialAsToken(), "check upstream.url: what responds"),
                Arguments.of(new MintFailure.QuotaExhausted(), "billing"),
                Arguments.of(new MintFailure.AdmissionUnavailable(), "admission.redis-url"),
                Arguments.of(new MintFailure.AuditUnavailable(), "audit.file"),
                Arguments.of(new MintFailure.CredentialUnavailable("none"), "azure.credential"));
    }

    @ParameterizedTest
    @MethodSource("failuresForTheOperator")
    void logsOperatorFailuresAsWarningsWithAHint(MintFailure failure, String hint) {
        Mint failing = request -> {
            throw new MintFailedException(failure);
        };

        failed(() -> new AuditPolicy(log, "openai", HINTS).around(failing).mint(request("{}")));

        assertThat(lines.list.get(0).getLevel()).isEqualTo(Level.WARN);
        assertThat(line()).contains("hint=\"check ").contains(hint);
    }

    @Test
    void logsCallerFailuresAsInfoWithoutAHint() {
        Mint failing = request -> {
            throw new MintFailedException(new MintFailure.RateLimited(Optional.empty()));
        };

        failed(() -> unit.around(failing).mint(request("{}")));

        assertThat(lines.list.get(0).getLevel()).isEqualTo(Level.INFO);
        assertThat(line()).doesNotContain("hint");
    }
}
