package dev.ephemint.server.policy;

import static dev.ephemint.server.Fixtures.failed;
import static dev.ephemint.server.Fixtures.request;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.ephemint.server.Fixtures;
import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuditPolicyTest {

    private final Logger log = new LoggerContext().getLogger("audit");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final AuditPolicy unit = new AuditPolicy(log, "openai");

    @BeforeEach
    void listen() {
        lines.start();
        log.addAppender(lines);
    }

    private String line() {
        return lines.list.get(0).getFormattedMessage() + " " + lines.list.get(0).getKeyValuePairs();
    }

    @Test
    void writesWhatWasMintedButNotTheToken() {
        unit.around(request -> Fixtures.token(1_792_000_000L))
                .mint(request("{'session':{'type':'realtime','model':'gpt-realtime'}}"));

        assertThat(line())
                .contains("minted", "openai", "realtime", "gpt-realtime", "req_fixture", "1792000000")
                .doesNotContain(Fixtures.TOKEN);
    }

    @Test
    void writesWhyAMintFailedAndLetsItFail() {
        MintFailedException failure = new MintFailedException(new MintFailure.VendorFault(500), "req_7");
        Mint failing = request -> {
            throw failure;
        };

        assertThat(failed(() -> unit.around(failing).mint(request("{}")))).isSameAs(failure);
        assertThat(line()).contains("mint failed", "VendorFault", "req_7");
    }

    @Test
    void leavesOutARequestIdThatTheVendorDidNotGive() {
        Mint failing = request -> {
            throw new MintFailedException(new MintFailure.TimedOut());
        };

        failed(() -> unit.around(failing).mint(request("{}")));

        assertThat(line()).doesNotContain("upstream_request_id");
    }

    @Test
    void neutralisesWhatACallerWrites() {
        String model = "a\\nb" + "x".repeat(100);

        unit.around(request -> Fixtures.token(1))
                .mint(request("{'session':{'type':'realtime','model':'" + model + "'}}"));

        assertThat(line()).contains("a?bx").doesNotContain("\n").doesNotContain("x".repeat(70));
    }
}
