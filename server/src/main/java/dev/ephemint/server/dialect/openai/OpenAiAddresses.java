package dev.ephemint.server.dialect.openai;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.dialect.Endpoint;
import dev.ephemint.server.dialect.SocketQuery;
import dev.ephemint.server.mint.Connection.Addresses;
import dev.ephemint.server.mint.MintRequest;
import java.net.URI;
import java.util.Optional;

/**
 * Where a token of OpenAI's connects. A browser offers it as the subprotocol {@code openai-insecure-api-key.<key>} (the
 * official Node SDK); a call is an SDP offer posted to {@code /realtime/calls} (recorded 2026-07-24).
 */
final class OpenAiAddresses {

    private OpenAiAddresses() {}

    static Addresses of(Endpoint endpoint, MintRequest request, ObjectNode response) {
        return new Addresses(
                endpoint.socket("/realtime" + SocketQuery.of(request, response)), true, Optional.of(calls(endpoint)));
    }

    static URI calls(Endpoint endpoint) {
        return endpoint.resolve("/realtime/calls");
    }
}
