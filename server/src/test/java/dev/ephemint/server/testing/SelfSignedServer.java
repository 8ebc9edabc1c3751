package dev.ephemint.server.testing;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.ephemint.testing.SelfSigned;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;

/**
 * An HTTPS server on {@code localhost} with a certificate made on the spot.
 *
 * @param context the only one that trusts it
 */
public record SelfSignedServer(HttpsServer server, SSLContext context) implements AutoCloseable {

    public static SelfSignedServer start(Path directory, HttpHandler handler)
            throws IOException, InterruptedException, GeneralSecurityException {
        SSLContext context = SelfSigned.in(directory, "EC").context();
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", handler);
        server.start();
        return new SelfSignedServer(server, context);
    }

    public URI uri() {
        return URI.create("https://localhost:" + server.getAddress().getPort() + "/");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
