package dev.ephemint.server.doctor.probe;

import static dev.ephemint.server.Fixtures.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.mint.Connection;
import dev.ephemint.server.mint.Connection.Addresses;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure.TimedOut;
import dev.ephemint.server.mint.MintedToken;
import dev.ephemint.server.mint.Secret;
import dev.ephemint.server.testing.TestLimits;
import dev.ephemint.server.upstream.socket.ConnectivityCheck;
import dev.ephemint.server.upstream.socket.SocketExchange;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SocketProbeTest {

    private static final String CREATED = "{\"type\":\"session.created\"}";
    private static final String UPDATED = "{\"type\":\"session.updated\"}";
    private static final String COMPLETED = "{\"type\":\"conversation.item.input_audio_transcription.completed\",";

    @Test
    void anEmptyTranscriptFails() {
        StepReport speech = spoken(COMPLETED + "\"transcript\":\" \"}");

        assertThat(speech.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(code(speech)).isEqualTo("speech.no_transcript");
    }

    @Test
    void aBufferCommittedByTheVendorIsNotAFailure() {
        StepReport speech = spoken(
                "{\"type\":\"error\",\"error\":{\"code\":\"input_audio_buffer_commit_empty\"}}",
                "not JSON",
                COMPLETED + "\"transcript\":\"Hello.\"}");

        assertThat(speech.summary()).isEqualTo("transcript: Hello.");
        assertThat(speech.received()).hasSize(3).contains("not JSON");
    }

    @Test
    void removesTerminalEscapes() {
        assertThat(spoken(COMPLETED + "\"transcript\":\"a\\u001b[31mb\"}").summary())
                .isEqualTo("transcript: a [31mb");
    }

    @Test
    void waitsForTheSessionsOwnUpdate() {
        Map<String, List<String>> script = Map.of(
                "open", List.of("{\"type\":\"conversation.created\"}", CREATED),
                "session.update", List.of("{\"type\":\"rate_limits.updated\"}", UPDATED));
        try (ScriptedVendor vendor = new ScriptedVendor(script);
                SocketProbe probe = probe(vendor, "ek_planted", Duration.ofSeconds(10))) {
            assertThat(probe.socket().received()).hasSize(3);
            assertThat(probe.sessionUpdate().received()).hasSize(2);
        }
    }

    @Test
    void redactsATokenEchoedWithEscapes() {
        Map<String, List<String>> script = Map.of(
                "open",
                List.of("{\"type\":\"session.created\",\"a\":\"gw\\/Planted.2026\",\"gw\\u002fPlanted.2026\":1}"));
        try (ScriptedVendor vendor = new ScriptedVendor(script);
                SocketProbe probe = probe(vendor, "gw/Planted.2026", Duration.ofSeconds(10))) {
            assertThat(probe.socket().toString()).contains("[redacted]").doesNotContain("Planted");
        }
    }

    @Test
    void reportsASocketThatCloses() {
        try (ScriptedVendor vendor =
                        new ScriptedVendor(Map.of("open", List.of(CREATED), "session.update", List.of("4321")));
                SocketProbe probe = probe(vendor, "ek_planted", Duration.ofSeconds(10))) {
            probe.socket();

            StepReport update = probe.sessionUpdate();

            assertThat(update.summary()).isEqualTo("close 4321");
            assertThat(code(update)).isEqualTo("socket.closed");
        }
    }

    @Test
    void timesOutIfTheSocketSendsNothing() {
        try (ScriptedVendor vendor = new ScriptedVendor(Map.of());
                SocketProbe probe = probe(vendor, "ek_planted", Duration.ofMillis(100))) {
            assertThat(code(probe.socket())).isEqualTo("vendor.timeout");
        }
    }

    @Test
    void rejectsATokenThatCannotBeSent() {
        try (ScriptedVendor vendor = new ScriptedVendor(Map.of());
                SocketProbe probe = probe(vendor, "ek planted", Duration.ofSeconds(1))) {
            StepReport socket = probe.socket();

            assertThat(code(socket)).isEqualTo("vendor.unreadable_answer");
            assertThat(socket.notes()).containsExactly("the token cannot be sent in a header");
            assertThat(socket.toString()).doesNotContain("planted");
        }
    }

    /** What the vendor says to a commit, and what becomes of it. */
    private static StepReport spoken(String... responses) {
        Map<String, List<String>> script = Map.of(
                "open", List.of(CREATED),
                "session.update", List.of(UPDATED),
                "input_audio_buffer.commit", List.of(responses));
        try (ScriptedVendor vendor = new ScriptedVendor(script);
                SocketProbe probe = probe(vendor, "ek_planted", Duration.ofSeconds(10))) {
            assertThat(probe.socket().verdict()).isEqualTo(Verdict.OK);
            assertThat(probe.sessionUpdate().verdict()).isEqualTo(Verdict.OK);
            return probe.speech();
        }
    }

    private static String code(StepReport step) {
        return step.diagnosis().orElseThrow().code();
    }

    private static SocketProbe probe(ScriptedVendor vendor, String token, Duration eventTimeout) {
        Target target = TestTargets.ofOpenAi();
        Probes probes = new Probes(
                new ConnectivityCheck(eventTimeout),
                (call, deadline) -> {
                    throw new MintFailedException(new TimedOut());
                },
                new SocketExchange(TestLimits.AMPLE),
                Clock.systemUTC(),
                eventTimeout,
                eventTimeout);
        MintedToken minted = new MintedToken(
                new Secret(token),
                json("{'expires_at':1,'session':{}}"),
                new Connection("openai", new Addresses(vendor.uri(), true, Optional.empty())),
                null);
        return new SocketProbe(target, probes, target.context(), minted);
    }
}
