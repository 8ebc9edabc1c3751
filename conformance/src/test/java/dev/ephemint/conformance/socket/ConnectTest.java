package dev.ephemint.conformance.socket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.Dialect;
import dev.ephemint.conformance.Operation;
import dev.ephemint.conformance.contract.ContractDocument;
import dev.ephemint.conformance.contract.EventSchemas;
import dev.ephemint.server.sandbox.fault.SandboxFault;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever does what {@code connect} says gets a transcript, from the sandbox's strict sockets. */
final class ConnectTest {
    private static final byte[] HALF_A_SECOND = new byte[24_000];
    private static final String COMPLETED = "conversation.item.input_audio_transcription.completed";

    static Stream<Arguments> ways() {
        return Stream.of(Dialect.values())
                .flatMap(dialect -> Stream.of(Operation.values()).map(operation -> Arguments.of(dialect, operation)));
    }

    @ParameterizedTest(name = "{1} over {0}")
    @MethodSource("ways")
    void whoFollowsConnectIsTranscribed(Dialect dialect, Operation operation) {
        try (SandboxStage stage = SandboxStage.of(dialect);
                VendorSocket socket = VendorSocket.open(Connect.byHeader(stage.mint(operation)))) {
            expectTranscript(dialect, socket);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"OPENAI", "OPENAI_BETA"})
    void whereABrowserMayOfferTheTokenThatWorks(Dialect dialect) {
        try (SandboxStage stage = SandboxStage.of(dialect);
                VendorSocket socket =
                        VendorSocket.open(Connect.bySubprotocol(stage.mint(Operation.createClientSecret)))) {
            expectTranscript(dialect, socket);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"AZURE", "AZURE_PREVIEW"})
    void whereItMayNotConnectDoesNotSayThatItMay(Dialect dialect) {
        try (SandboxStage stage = SandboxStage.of(dialect)) {
            assertThat(stage.mint(Operation.createClientSecret)
                            .at("/connect/websocket/subprotocols")
                            .isNull())
                    .isTrue();
        }
    }

    @Test
    void aBlockThatWasDeferredIsSetByTheFirstEvent() {
        try (SandboxStage stage = SandboxStage.of(Dialect.AZURE, SandboxFault.MINT_FAILS_WITH_BLOCK)) {
            Connect connect = stage.connect();
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

    private static void expectTranscript(Dialect dialect, VendorSocket socket) {
        List<JsonNode> events = socket.append(HALF_A_SECOND).commit().until(COMPLETED);

        assertThat(events.get(0).path("type").textValue())
                .isEqualTo(dialect.operation().isFlat() ? "transcription_session.created" : "session.created");
        assertThat(events.get(events.size() - 1).path("transcript").textValue()).contains("sandbox");
        EventSchemas schemas = EventSchemas.of(ContractDocument.of(dialect));
        assertThat(events).allSatisfy(event -> assertThat(schemas.violations("ServerEvent", event))
                .isEmpty());
    }
}
