package dev.ephemint.server.doctor.probe;

import static dev.ephemint.server.Fixtures.reply;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.dialect.UpstreamCall;
import dev.ephemint.server.dialect.UpstreamReply;
import dev.ephemint.server.testing.TestLimits;
import dev.ephemint.server.upstream.socket.ConnectivityCheck;
import dev.ephemint.server.upstream.socket.SocketExchange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class MintProbeTest {

    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(1_000), ZoneOffset.UTC);
    private static final UpstreamReply REFUSED = reply(400, "{'error':{'message':'No.'}}");
    private static final UpstreamReply MINTED =
            reply(200, "{'value':'planted-token','expires_at':1120,'session':{'id':'planted-token'}}");

    @Test
    void ignoresAFailedBareMintIfTheFullOneWorks() {
        MintProbeResult minting = mints(call -> has(call, "transcription\":{") ? MINTED : REFUSED);

        assertThat(minting.steps()).extracting(StepReport::verdict).containsExactly(Verdict.WARN, Verdict.OK);
        assertThat(minting.token()).isPresent();
    }

    @Test
    void namesTheMemberThatMakesTheDifference() {
        MintProbeResult minting = mints(call -> has(call, "turn_detection") ? REFUSED : MINTED);

        assertThat(minting.steps().get(1).notes())
                .containsExactly("it mints without session.audio.input.turn_detection");
        assertThat(minting.steps().get(1).sent()).hasSize(4 * 3);
        assertThat(minting.token()).isEmpty();
    }

    @Test
    void reportsIfNoSingleMemberIsTheCause() {
        MintProbeResult minting = mints(call -> has(call, "audio") ? REFUSED : MINTED);

        assertThat(minting.steps().get(1).notes()).containsExactly("no single member is the cause");
    }

    @Test
    void bisectsNothingIfTheVendorNamesTheMember() {
        UpstreamReply named = reply(400, "{'error':{'message':'No.','param':'session.audio'}}");
        MintProbeResult minting = mints(call -> has(call, "audio") ? named : MINTED);

        assertThat(minting.steps().get(1).notes()).containsExactly("the vendor names session.audio");
        assertThat(minting.steps().get(1).sent()).hasSize(3);
    }

    @Test
    void reportsWhatAResponseLacks() {
        MintProbeResult minting = mints(call -> reply(200, "{'value':'planted-token','session':{}}"));

        assertThat(minting.steps().get(0).notes()).containsExactly("the response has no expiry");
        assertThat(minting.steps().get(0).diagnosis().orElseThrow().code()).isEqualTo("vendor.unreadable_answer");
    }

    @Test
    void transferTimeIsNotSkew() {
        MintProbeResult minting = mints(call -> withDate(CLOCK.instant().minusSeconds(1)));

        assertThat(minting.steps().get(0).summary()).isEqualTo("minted; the clocks agree");
    }

    @Test
    void reportsAClockThatIsBehind() {
        MintProbeResult minting = mints(call -> withDate(CLOCK.instant().minusSeconds(300)));

        assertThat(minting.steps().get(0).summary())
                .isEqualTo("minted; the vendor's clock is 300 s behind this machine's");
        assertThat(minting.steps().get(0).diagnosis().orElseThrow().code()).isEqualTo("vendor.clock_skew");
    }

    /** A gateway with a clock of its own may stand between; whether the token connects is seen at the socket. */
    @Test
    void triesATokenExpiredByOneClockOnly() {
        MintProbeResult minting = mints(call -> withDate(CLOCK.instant().plusSeconds(200)));

        assertThat(minting.steps().get(1).summary()).isEqualTo("minted; requested 120 s, received -80 s");
        assertThat(minting.steps().get(1).verdict()).isEqualTo(Verdict.WARN);
        assertThat(minting.token()).isPresent();
    }

    @Test
    void failsIfExpiredByBothClocks() {
        MintProbeResult minting = mints(call -> reply(200, "{'value':'planted-token','expires_at':999,'session':{}}"));

        assertThat(minting.steps().get(1).summary()).isEqualTo("minted, but expired 1 s ago");
        assertThat(minting.token()).isEmpty();
    }

    private static UpstreamReply withDate(Instant date) {
        String header = DateTimeFormatter.RFC_1123_DATE_TIME.format(date.atOffset(ZoneOffset.UTC));
        return new UpstreamReply(200, Map.of("date", header), MINTED.body());
    }

    @Test
    void redactsATokenOfAnyForm() {
        MintProbeResult minting = mints(call -> MINTED);

        assertThat(minting.steps()).allSatisfy(step -> {
            assertThat(step.verdict()).isEqualTo(Verdict.OK);
            assertThat(step.received().toString()).contains("[redacted]").doesNotContain("planted");
        });
    }

    /** Long responses are truncated, and the rest of a token must not be reported either. */
    @Test
    void redactsATruncatedToken() {
        String members = "'value':'planted/token','expires_at':1120,'session':{'a':'" + "x ".repeat(460);
        MintProbeResult minting =
                mints(call -> reply(200, "{" + members + "planted\\/token planted\\/token planted\\/token'}}"));

        assertThat(minting.steps().get(0).received().toString()).endsWith("…]").doesNotContain("planted");
    }

    private static boolean has(UpstreamCall call, String text) {
        return call.body().toString().contains(text);
    }

    private static MintProbeResult mints(Function<UpstreamCall, UpstreamReply> vendor) {
        Target target = TestTargets.ofOpenAi();
        Probes probes = new Probes(
                new ConnectivityCheck(Duration.ofSeconds(1)),
                (call, deadline) -> vendor.apply(call),
                new SocketExchange(TestLimits.AMPLE),
                CLOCK,
                Duration.ofSeconds(1),
                Duration.ofSeconds(1));
        return new MintProbe(target, probes, target.context()).examine();
    }
}
