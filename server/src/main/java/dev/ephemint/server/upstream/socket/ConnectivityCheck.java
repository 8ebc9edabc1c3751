package dev.ephemint.server.upstream.socket;

import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure;
import dev.ephemint.server.mint.MintFailure.TimedOut;
import dev.ephemint.server.upstream.ExchangeFailures;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Resolves a host, connects to it and checks its certificate. Nothing is sent over the connection. */
public final class ConnectivityCheck {

    /** Resolves a name to an address. */
    @FunctionalInterface
    interface Names {
        InetAddress address(String host) throws UnknownHostException;
    }

    private final Duration timeout;
    private final SSLSocketFactory factory;
    private final Names names;

    /** With a timeout for each of the three steps, and Java's default trust. */
    public ConnectivityCheck(Duration timeout) {
        this(timeout, (SSLSocketFactory) SSLSocketFactory.getDefault(), InetAddress::getByName);
    }

    ConnectivityCheck(Duration timeout, SSLSocketFactory factory, Names names) {
        this.timeout = timeout;
        this.factory = factory;
        this.names = names;
    }

    /** The port of a URL, explicit or default. */
    public static int port(URI base) {
        int usual = base.getScheme().equals("https") ? 443 : 80;
        return base.getPort() < 0 ? usual : base.getPort();
    }

    /**
     * Connects, and closes the connection.
     *
     * @throws MintFailedException {@code Unreachable} or {@code TimedOut}, by the step that failed
     */
    public Reachability check(URI base) {
        if (isProxied(base)) {
            return new Reachability("through the proxy that Java is configured with", Optional.empty());
        }
        boolean secure = base.getScheme().equals("https");
        int port = port(base);
        InetAddress address = resolve(base.getHost());
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(address, port), (int) timeout.toMillis());
            String place = address.getHostAddress() + " port " + port;
            return secure
                    ? secured(plain, base, port, place)
                    : new Reachability(place + ", plain http: no certificate", Optional.empty());
        } catch (IOException failed) {
            throw new MintFailedException(failure(failed));
        }
    }

    private Reachability secured(Socket plain, URI base, int port, String place) throws IOException {
        plain.setSoTimeout((int) timeout.toMillis());
        try (SSLSocket socket = (SSLSocket) factory.createSocket(plain, base.getHost(), port, true)) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            SSLSession session = socket.getSession();
            X509Certificate certificate = (X509Certificate) session.getPeerCertificates()[0];
            return new Reachability(
                    place + ", " + session.getProtocol(),
                    Optional.of(certificate.getNotAfter().toInstant()));
        }
    }

    /** Resolving has no timeout of its own. */
    private InetAddress resolve(String host) {
        CompletableFuture<InetAddress> address = new CompletableFuture<>();
        Thread resolver = new Thread(() -> resolve(host, address), "resolver");
        resolver.setDaemon(true);
        resolver.start();
        try {
            return address.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new MintFailedException(ExchangeFailures.INTERRUPTED);
        } catch (TimeoutException late) {
            throw new MintFailedException(new TimedOut());
        } catch (ExecutionException unknown) {
            throw new MintFailedException(ExchangeFailures.UNKNOWN_HOST);
        }
    }

    private void resolve(String host, CompletableFuture<InetAddress> address) {
        try {
            address.complete(names.address(host));
        } catch (UnknownHostException unknown) {
            address.completeExceptionally(unknown);
        }
    }

    /** A connection past the proxy would prove nothing about the route of a mint. */
    private static boolean isProxied(URI base) {
        return Stream.ofNullable(ProxySelector.getDefault())
                .flatMap(proxies -> proxies.select(base).stream())
                .anyMatch(proxy -> proxy.type() != Proxy.Type.DIRECT);
    }

    /** If a TLS handshake times out, some Java versions report it by the cause only. */
    private static MintFailure failure(IOException failed) {
        boolean late = failed instanceof SocketTimeoutException || failed.getCause() instanceof SocketTimeoutException;
        return late ? new TimedOut() : ExchangeFailures.of(failed, false);
    }
}
