package dev.ephemint.server.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.mint.Connection;
import dev.ephemint.server.mint.Connection.Addresses;
import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintedToken;
import dev.ephemint.server.mint.Secret;
import java.net.URI;
import java.util.Optional;

/** Tokens as a vendor would return them, with the requested session. */
public final class Tokens {

    public static final String VALUE = "ek_example";

    private Tokens() {}

    public static Mint echoing() {
        return Tokens::of;
    }

    public static MintedToken of(MintRequest request) {
        ObjectNode response = (ObjectNode) RunningEdge.json("{\"expires_at\":1790000600}");
        response.set("session", request.body().path("session"));
        return new MintedToken(
                new Secret(VALUE),
                response,
                new Connection(
                                "openai",
                                new Addresses(
                                        URI.create("wss://api.openai.com/v1/realtime?intent=transcription"),
                                        true,
                                        Optional.empty()))
                        .withWarnings(request.warnings()),
                "req_upstream");
    }
}
