package dev.ephemint.conformance.socket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.MintOperation;
import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.contract.DialectContract;
import dev.ephemint.conformance.contract.EventSchemas;
import dev.ephemint.server.sandbox.fault.SandboxFault;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A client that does what {@code connect} says gets a transcript, from the sandbox's strict sockets. */
final class ConnectTest {
    private static final byte[] HALF_A_SECOND = new byte[24_000];
    private static final String COMPLETED = "conversation.item.input_audio_transcription.completed";

    static Stream<Arguments> ways() {
        return Stream.of(TargetDialect.values()).flatMap(dialect -> Stream.of(MintOperation.values())
                .map(operation -> Arguments.of(dialect, operation)));
    }

    @ParameterizedTest(name = "{1} over {0}")
    @MethodSource("ways")
    void whoFollowsConnectIsTranscribed(TargetDialect dialect, MintOperation operation) {
        try (SandboxSetup setup = SandboxSetup.of(dialect);
                VendorSocket socket = VendorSocket.open(Connect.byHeader(setup.mint(operation)))) {
            expectTranscript(dialect, socket);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"OPENAI", "OPENAI_BETA"})
    void whereABrowserMayOfferTheTokenThatWorks(TargetDialect dialect) {
        try (SandboxSetup setup = SandboxSetup.of(dialect);
                VendorSocket socket =
                        VendorSocket.open(Connect.bySubprotocol(setup.mint(MintOperation.createClientSecret)))) {
            expectTranscript(dialect, socket);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"AZURE", "AZURE_PREVIEW"})
    void whereItMayNotConnectDoesNotSayThatItMay(TargetDialect dialect) {
        try (SandboxSetup setup = SandboxSetup.of(dialect)) {
            assertThat(setup.mint(MintOperation.createClientSecret)
                            .at("/connect/websocket/subprotocols")
                            .isNull())
                    .isTrue();
        }
    }

    @Test
    void aBlockThatWasDeferredIsSetByTheFirstEvent() {
        try (SandboxSetup setup = SandboxSetup.of(TargetDialect.AZURE, SandboxFault.MINT_FAILS_WITH_BLOCK)) {
            Connect connect = setup.connect();
            assertThat(connect.firstEvents()).hasSize(1);

            try (VendorSocket socket = VendorSocket.open(connect)) {
                assertThat(socket.next()
                                .at("/session/audio/input/transcription")
                                .isNull())
                        .isTrue();
                assertThat(socket.next()
                                .at("/session/audio/input/transcription/model")
                                .textValue())
                        .isEqualTo("gpt-4o-mini-transcribe");
                assertThat(socket.append(HALF_A_SECOND).commit().until(COMPLETED))
                        .isNotEmpty();
            }
        }
    }

    private static void expectTranscript(TargetDialect dialect, VendorSocket socket) {
        List<JsonNode> events = socket.append(HALF_A_SECOND).commit().until(COMPLETED);

        assertThat(events.get(0).path("type").textValue())
                .isEqualTo(dialect.operation().isFlat() ? "transcription_session.created" : "session.created");
        assertThat(events.get(events.size() - 1).path("transcript").textValue()).contains("sandbox");
        EventSchemas schemas = EventSchemas.of(DialectContract.of(dialect));
        assertThat(events).allSatisfy(event -> assertThat(schemas.violations("ServerEvent", event))
                .isEmpty());
    }
}
