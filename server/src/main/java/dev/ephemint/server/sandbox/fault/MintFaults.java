package dev.ephemint.server.sandbox.fault;

import dev.ephemint.server.sandbox.openai.OpenAiEndpoints;
import dev.ephemint.server.sandbox.socket.SocketEndpoint;
import dev.ephemint.server.sandbox.wire.HttpEndpoint;
import dev.ephemint.server.sandbox.wire.RejectedException;
import dev.ephemint.server.sandbox.wire.SandboxDialect;
import dev.ephemint.server.sandbox.wire.VendorRequest;
import dev.ephemint.server.sandbox.wire.VendorResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Faults of mints that are more than one fixed response. */
final class MintFaults {

    private static final Duration AHEAD = Duration.ofMinutes(5);

    private MintFaults() {}

    static Fault failingWithBlock() {
        return new Fault() {
            @Override
            public HttpEndpoint http(HttpEndpoint endpoint, FaultContext context) {
                return request -> hasTranscription(request) ? VendorResponse.empty(500) : endpoint.respond(request);
            }
        };
    }

    private static boolean hasTranscription(VendorRequest request) {
        try {
            var body = request.json();
            return body.at("/session/audio/input/transcription").isObject()
                    || body.path("input_audio_transcription").isObject();
        } catch (RejectedException unreadable) {
            return false;
        }
    }

    static Fault clockAhead() {
        return new Fault() {
            @Override
            public Clock clock(Clock clock) {
                return Clock.offset(clock, AHEAD);
            }

            @Override
            public HttpEndpoint http(HttpEndpoint endpoint, FaultContext context) {
                return request -> endpoint.respond(request)
                        .with(
                                "date",
                                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                        context.clock().instant().atOffset(ZoneOffset.UTC)));
            }
        };
    }

    /** The beta's routes are gone, and GA's are there. */
    static Fault betaRemoved() {
        return new Fault() {
            @Override
            public HttpEndpoint http(HttpEndpoint endpoint, FaultContext context) {
                return context.dialect() == SandboxDialect.OPENAI_BETA
                        ? OpenAiEndpoints.gaHttp(context.key(), context.tokens())
                        : endpoint;
            }
        };
    }

    /** Nothing realtime at this address. */
    static Fault wrongHost() {
        return new Fault() {
            @Override
            public HttpEndpoint http(HttpEndpoint endpoint, FaultContext context) {
                return request -> VendorResponse.empty(404);
            }

            @Override
            public SocketEndpoint handshake(SocketEndpoint endpoint, FaultContext context) {
                return HandshakeFault.missing().handshake(endpoint, context);
            }
        };
    }
}
