package dev.ephemint.conformance.family;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.check.Applicability;
import dev.ephemint.conformance.check.Check;
import dev.ephemint.conformance.check.CheckCase;
import dev.ephemint.conformance.check.Findings;
import dev.ephemint.conformance.check.Outcome;
import dev.ephemint.conformance.check.Position;
import dev.ephemint.conformance.contract.DialectContract;
import dev.ephemint.conformance.contract.EventSchemas;
import dev.ephemint.conformance.gateway.Target;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.profile.Feature;
import dev.ephemint.conformance.profile.Profile;
import dev.ephemint.conformance.socket.Connect;
import dev.ephemint.conformance.socket.HandshakeRefusedException;
import dev.ephemint.conformance.socket.VendorSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Follows the connection hints to the socket, then changes one thing about them, which must be rejected. */
public final class SocketChecks {
    private SocketChecks() {}

    public static List<Check> all() {
        List<Check> checks = new ArrayList<>();
        for (Shape shape : Shape.values()) {
            checks.add(check("socket/" + shape.word() + "/opens", "REQ-SOCKET-01", shape, SocketChecks::opens));
            checks.add(check("socket/" + shape.word() + "/model", "REQ-SOCKET-04", shape, SocketChecks::model));
        }
        checks.add(rejects("no-credential", "REQ-SOCKET-02", connect -> connect.withHeaders(Map.of())));
        checks.add(rejects(
                "other-token",
                "REQ-SOCKET-02",
                connect -> connect.withHeader("Authorization", "Bearer ek_tape_0123456789abcdef")));
        checks.add(rejects("model-in-query", "REQ-SOCKET-03", connect -> connect.asking("model=gpt-4o-transcribe"))
                .onlyIf(Applicability.unless(
                        "not OpenAI's",
                        profile -> profile.dialect() == TargetDialect.OPENAI
                                || profile.dialect() == TargetDialect.OPENAI_BETA)));
        checks.add(rejects("api-version", "REQ-SOCKET-03", connect -> connect.asking("api-version=2025-04-01-preview"))
                .onlyIf(Applicability.dialect(TargetDialect.AZURE)));
        checks.add(rejects("deployment", "REQ-SOCKET-03", connect -> connect.asking("deployment=gpt-realtime-whisper"))
                .onlyIf(Applicability.dialect(TargetDialect.AZURE_PREVIEW)));
        return List.copyOf(checks);
    }

    private static CheckCase check(String id, String requirement, Shape shape, Function<Call, Outcome> body) {
        return CheckCase.of(id, requirement, Position.FRONT, target -> outcome(target, shape, body))
                .onlyIf(Applicability.serves(shape.operation()))
                .onlyIf(Applicability.has(Feature.SOCKETS));
    }

    /** A target, and the connection that a mint of it names. */
    private record Call(Target target, Connect connect) {}

    private static Outcome outcome(Target target, Shape shape, Function<Call, Outcome> body) {
        Message response = ConnectChecks.mint(target, shape);
        JsonNode minted = Findings.json(response);
        if (!minted.at("/connect/websocket/url").isTextual()) {
            return new Outcome.Failed(List.of("no connection hints in " + response.status()));
        }
        try {
            return body.apply(new Call(target, Connect.byHeader(minted)));
        } catch (HandshakeRefusedException e) {
            return new Outcome.Failed(
                    List.of("the handshake was rejected with " + e.response().status()));
        } catch (RuntimeException e) {
            return new Outcome.Failed(List.of("the socket: " + e.getMessage()));
        }
    }

    private static Outcome opens(Call call) {
        TargetDialect dialect = call.target().profile().dialect();
        String expected = dialect.operation().isFlat() ? "transcription_session.created" : "session.created";
        try (VendorSocket socket = VendorSocket.open(call.connect())) {
            JsonNode first = socket.next();
            EventSchemas schemas = EventSchemas.of(DialectContract.of(dialect));
            return new Findings()
                    .same("first event", expected, first.path("type").asText())
                    .all(
                            1,
                            schemas.violations("ServerEvent", first).stream()
                                    .map(String::valueOf)
                                    .toList())
                    .outcome();
        }
    }

    /** A block that was deferred is not in the first event: the response to its own event has it. */
    private static Outcome model(Call call) {
        Profile profile = call.target().profile();
        boolean flat = profile.dialect().operation().isFlat();
        String place = flat ? "/session/input_audio_transcription" : "/session/audio/input/transcription";
        try (VendorSocket socket = VendorSocket.open(call.connect())) {
            JsonNode session = socket.next();
            for (int i = 0; i < call.connect().firstEvents().size(); i++) {
                session = socket.next();
            }
            return new Findings()
                    .same(
                            place + "/model",
                            Shape.model(profile, "transcription"),
                            session.at(place + "/model").asText("(absent)"))
                    .outcome();
        }
    }

    private static CheckCase rejects(String name, String requirement, UnaryOperator<Connect> change) {
        return check("socket/rejects/" + name, requirement, Shape.NESTED, call -> {
            try (VendorSocket socket = VendorSocket.open(change.apply(call.connect()))) {
                String first = socket.nextUnlessClosed()
                        .map(event -> event.path("type").asText())
                        .orElse("error");
                return new Findings().same("first event", "error", first).outcome();
            } catch (HandshakeRefusedException e) {
                return new Outcome.Passed(1);
            }
        });
    }
}
