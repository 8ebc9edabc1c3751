package dev.ephemint.client.testing;

import dev.ephemint.client.Models;
import dev.ephemint.testing.socket.RawServer;
import java.nio.charset.StandardCharsets;

/** A mint on a free port whose tokens open a fake vendor's socket. It accepts every request. */
public final class FakeEphemint implements AutoCloseable {

    private final RawServer server;

    public FakeEphemint(FakeVendor vendor) {
        server = RawServer.handling((peer, request) -> peer.write(minted(vendor)));
    }

    private static String minted(FakeVendor vendor) {
        String body = Models.toJson(vendor.mint());
        return String.join(
                "\r\n",
                "HTTP/1.1 200 OK",
                "content-type: application/json",
                "content-length: " + body.getBytes(StandardCharsets.UTF_8).length,
                "",
                body);
    }

    /** The base URL for a client. */
    public String url() {
        return server.url();
    }

    @Override
    public void close() {
        server.close();
    }
}
