package dev.ephemint.server.app.load;

import dev.ephemint.testing.FakeHttpServer;
import dev.ephemint.testing.FakeHttpServer.Reply;
import java.net.URI;

/** A vendor that mints whenever it is asked. */
final class MintingVendor implements AutoCloseable {

    private static final Reply TOKEN = Reply.json(
            200,
            "{\"value\":\"ek_minted_by_this_vendor\",\"expires_at\":4102444800,\"session\":{\"type\":\"transcription\"}}");

    /** As many bytes of its response have a whole head and no whole body. */
    static final int HALF_BODY = 120;

    private final FakeHttpServer server = new FakeHttpServer(request -> TOKEN);

    int port() {
        return URI.create(server.url()).getPort();
    }

    int minted() {
        return server.requests().size();
    }

    @Override
    public void close() {
        server.close();
    }
}
