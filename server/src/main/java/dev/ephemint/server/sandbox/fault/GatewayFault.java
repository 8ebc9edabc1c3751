package dev.ephemint.server.sandbox.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.sandbox.socket.SocketEndpoint;
import dev.ephemint.server.sandbox.wire.HttpEndpoint;
import dev.ephemint.server.sandbox.wire.VendorRequest;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A gateway before the vendor that changes requests; the vendor responds as it does to such a request.
 *
 * @param change the request as it arrives at the vendor
 */
record GatewayFault(UnaryOperator<VendorRequest> change) implements Fault {

    static GatewayFault onHandshakes(UnaryOperator<VendorRequest> change) {
        return new GatewayFault(request -> request.isHandshake() ? change.apply(request) : request);
    }

    static GatewayFault onHttp(UnaryOperator<VendorRequest> change) {
        return new GatewayFault(request -> request.isHandshake() ? request : change.apply(request));
    }

    static GatewayFault onBodies(Consumer<ObjectNode> change) {
        return onHttp(request -> request.body().length == 0 ? request : request.withBody(changed(request, change)));
    }

    private static ObjectNode changed(VendorRequest request, Consumer<ObjectNode> change) {
        ObjectNode body = request.json();
        change.accept(body);
        return body;
    }

    @Override
    public HttpEndpoint http(HttpEndpoint endpoint, FaultContext context) {
        return request -> endpoint.respond(change.apply(request));
    }

    @Override
    public SocketEndpoint handshake(SocketEndpoint endpoint, FaultContext context) {
        return request -> endpoint.accept(change.apply(request));
    }

    static void addSessionModel(ObjectNode body) {
        String model = body.at("/session/audio/input/transcription/model").asText();
        if (!model.isEmpty()) {
            body.withObject("/session").put("model", model);
        }
    }
}
