package dev.ephemint.server.sandbox;

import dev.ephemint.server.mint.Secret;
import dev.ephemint.server.sandbox.socket.SocketHandler;
import dev.ephemint.server.sandbox.wire.VendorHandler;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An imitated vendor on this machine, for use without a key. It responds as the vendor was recorded, on a port of its
 * own on 127.0.0.1; its sockets and calls may be served on another server as well. Its tokens ({@code ek_sandbox_...})
 * are not real: no vendor accepts them, and only this sandbox knows them, until they expire.
 */
public final class Sandbox implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Sandbox.class);

    private static final int MOST_THREADS = 16;

    private final SandboxVendors vendors;
    private final Server server;
    private final URI uri;

    private Sandbox(SandboxVendors vendors, Server server, URI uri) {
        this.vendors = vendors;
        this.server = server;
        this.uri = uri;
    }

    public static Sandbox start(String dialect, Clock clock) {
        return start(SandboxOptions.of(dialect, clock));
    }

    public static Sandbox start(SandboxOptions options) {
        SandboxVendors vendors = SandboxVendors.of(options);
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS);
        threads.setName("sandbox");
        threads.setDaemon(true);
        Server server = new Server(threads);
        ServerConnector connector = new ServerConnector(server, 1, 1);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new SocketHandler(
                vendors.endpoints().sockets(),
                new VendorHandler(vendors.endpoints().http()),
                server));
        startServer(server);
        URI uri = URI.create("http://127.0.0.1:" + connector.getLocalPort());
        LOG.atWarn()
                .addKeyValue("dialect", options.dialect())
                .addKeyValue("uri", uri)
                .log("the built-in sandbox stands in for the vendor: its tokens are not real");
        return new Sandbox(vendors, server, uri);
    }

    /** The vendor's address, without a path. */
    public URI uri() {
        return uri;
    }

    /**
     * Its sockets and calls for another server of this process, at the vendor's paths; it declines every other path, so
     * nothing is minted there.
     */
    public Handler sessions(Server other) {
        return new SessionHandler(
                vendors.endpoints().sessionPaths(),
                new SocketHandler(
                        vendors.endpoints().sockets(),
                        new VendorHandler(vendors.endpoints().http()),
                        other));
    }

    /** The only key that it accepts, made for this start. */
    public Secret key() {
        return vendors.key();
    }

    /** An Entra token for {@code https://ai.azure.com}, made for this start; Azure only. */
    public Secret entraToken() {
        return vendors.entra().current();
    }

    /** An Entra token of the scope; empty unless it is one of the two that are documented. */
    public Optional<Secret> entraToken(String scope) {
        return vendors.entra().of(scope);
    }

    /** Whether it issued the token and the token has not expired. */
    public boolean isValid(String token) {
        return vendors.tokens().isValid(token);
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception failed) {
            throw new IllegalStateException("the sandbox did not stop", failed);
        }
    }

    private static void startServer(Server server) {
        try {
            server.start();
        } catch (Exception failed) {
            throw new IllegalStateException("the sandbox did not start", failed);
        }
    }

    @Override
    public String toString() {
        return "Sandbox[" + uri + "]";
    }
}
