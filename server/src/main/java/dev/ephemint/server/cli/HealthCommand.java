package dev.ephemint.server.cli;

import dev.ephemint.server.http.Listener;
import dev.ephemint.server.settings.ServerSettings;
import dev.ephemint.server.settings.TlsIdentity;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.concurrent.Callable;
import javax.net.ssl.HttpsURLConnection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Asks the service that runs with the same settings on this machine: for containers whose image has no HTTP client. */
@Command(
        name = "health",
        description = "ask the service that runs on this machine whether it is alive; for health checks of containers")
final class HealthCommand implements Callable<Integer> {

    private static final int TIMEOUT_MILLIS = 5_000;

    private final RootCommand root;
    private final Console console;

    @Option(names = "--ready", description = "ask whether it could mint, too")
    private boolean ready;

    HealthCommand(RootCommand root, Console console) {
        this.root = root;
        this.console = console;
    }

    @Override
    public Integer call() {
        ServerSettings server = root.settings().server();
        URI address = address(server, ready ? "/readyz" : "/healthz");
        try {
            int status = status(address, server);
            console.out().println(address + " responded with " + status);
            return status == HttpURLConnection.HTTP_OK ? Program.SUCCESS : Program.FAILURE;
        } catch (IOException silent) {
            console.err().println("ephemint: no response from " + address + ": " + silent.getMessage());
            return Program.FAILURE;
        }
    }

    private static int status(URI address, ServerSettings server) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        if (connection instanceof HttpsURLConnection https) {
            // The certificate is of the service's public name, and this connection goes to loopback.
            https.setHostnameVerifier((name, session) -> true);
            server.tls()
                    .map(TlsIdentity::contextOfPeer)
                    .ifPresent(peer -> https.setSSLSocketFactory(peer.getSocketFactory()));
        }
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        connection.setInstanceFollowRedirects(false);
        try {
            return connection.getResponseCode();
        } finally {
            connection.disconnect();
        }
    }

    /** By loopback, if it listens on every address. */
    private static URI address(ServerSettings server, String path) {
        boolean every = server.host().equals("0.0.0.0") || server.host().equals("::");
        String host = every ? "127.0.0.1" : server.host();
        return Listener.uri(Listener.scheme(server.tls().isPresent()), host, server.port())
                .resolve(path);
    }
}
