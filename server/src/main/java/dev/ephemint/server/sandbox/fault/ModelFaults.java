package dev.ephemint.server.sandbox.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.mint.VendorName;
import dev.ephemint.server.sandbox.openai.ModelList;
import dev.ephemint.server.sandbox.socket.SocketContext;
import dev.ephemint.server.sandbox.wire.HttpEndpoint;
import dev.ephemint.server.sandbox.wire.Json;
import dev.ephemint.server.sandbox.wire.VendorResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Faults of transcription once a socket is open. */
final class ModelFaults {

    private static final String MODEL = "gpt-live-transcribe";

    private ModelFaults() {}

    /** No model transcribes at OpenAI, and its list lacks the newest. */
    static Fault gone() {
        return new Fault() {
            @Override
            public HttpEndpoint http(HttpEndpoint endpoint, FaultContext context) {
                return request -> request.isGetTo(ModelList.ROUTE)
                        ? withoutModel(endpoint.respond(request))
                        : endpoint.respond(request);
            }

            @Override
            public SocketContext sockets(SocketContext shared, FaultContext context) {
                return context.dialect().vendor() == VendorName.AZURE
                        ? shared
                        : shared.servingNothing("model_not_found");
            }
        };
    }

    private static VendorResponse withoutModel(VendorResponse response) {
        try {
            if (Json.read(response.body().getBytes(StandardCharsets.UTF_8)) instanceof ObjectNode list) {
                list.withArray("/data")
                        .removeIf(model -> model.path("id").asText().equals(MODEL));
                return VendorResponse.prettyJson(response.status(), list);
            }
            return response;
        } catch (IOException notJson) {
            return response;
        }
    }

    /** Every transcript of OpenAI fails, without a code. */
    static Fault failing() {
        return new Fault() {
            @Override
            public SocketContext sockets(SocketContext shared, FaultContext context) {
                return context.dialect().vendor() == VendorName.AZURE ? shared : shared.servingNothing(null);
            }
        };
    }

    static Fault silent() {
        return new Fault() {
            @Override
            public SocketContext sockets(SocketContext shared, FaultContext context) {
                return shared.with(new SilentProtocol(shared.protocol()));
            }
        };
    }
}
