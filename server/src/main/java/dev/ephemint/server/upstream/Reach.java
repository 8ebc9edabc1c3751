package dev.ephemint.server.upstream;

import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure;
import dev.ephemint.server.mint.MintFailure.TimedOut;
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

/** Finds out how far towards a host one gets: name, connection, certificate. Nothing is said over the connection. */
public final class Reach {

    /** How a name becomes an address. */
    @FunctionalInterface
    interface Names {
        InetAddress address(String host) throws UnknownHostException;
    }

    private final Duration patience;
    private final SSLSocketFactory factory;
    private final Names names;

    /** With the longest wait for each of the three, and the trust that Java has by itself. */
    public Reach(Duration patience) {
        this(patience, (SSLSocketFactory) SSLSocketFactory.getDefault(), InetAddress::getByName);
    }

    Reach(Duration patience, SSLSocketFactory factory, Names names) {
        this.patience = patience;
        this.factory = factory;
        this.names = names;
    }

    /** The port of an address, whether it says one or not. */
    public static int port(URI base) {
        int usual = base.getScheme().equals("https") ? 443 : 80;
        return base.getPort() < 0 ? usual : base.getPort();
    }

    /**
     * Goes there and comes back.
     *
     * @throws MintFailedException {@code Unreachable} or {@code TimedOut}, by the step that failed
     */
    public Reached to(URI base) {
        if (isProxied(base)) {
            return new Reached("through the proxy that Java is told of", Optional.empty());
        }
        boolean secure = base.getScheme().equals("https");
        int port = port(base);
        InetAddress address = resolve(base.getHost());
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(address, port), (int) patience.toMillis());
            String place = address.getHostAddress() + " port " + port;
            return secure
                    ? secured(plain, base, port, place)
                    : new Reached(place + ", plain http: no certificate", Optional.empty());
        } catch (IOException failed) {
            throw new MintFailedException(named(failed));
        }
    }

    private Reached secured(Socket plain, URI base, int port, String place) throws IOException {
        plain.setSoTimeout((int) patience.toMillis());
        try (SSLSocket socket = (SSLSocket) factory.createSocket(plain, base.getHost(), port, true)) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            SSLSession session = socket.getSession();
            X509Certificate certificate = (X509Certificate) session.getPeerCertificates()[0];
            return new Reached(
                    place + ", " + session.getProtocol(),
                    Optional.of(certificate.getNotAfter().toInstant()));
        }
    }

    /** Resolving knows no timeout of its own. */
    private InetAddress resolve(String host) {
        CompletableFuture<InetAddress> address = new CompletableFuture<>();
        Thread resolver = new Thread(() -> lookUp(host, address), "resolver");
        resolver.setDaemon(true);
        resolver.start();
        try {
            return address.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new MintFailedException(BrokenExchange.INTERRUPTED);
        } catch (TimeoutException late) {
            throw new MintFailedException(new TimedOut());
        } catch (ExecutionException unknown) {
            throw new MintFailedException(BrokenExchange.UNKNOWN_HOST);
        }
    }

    private void lookUp(String host, CompletableFuture<InetAddress> address) {
        try {
            address.complete(names.address(host));
        } catch (UnknownHostException unknown) {
            address.completeExceptionally(unknown);
        }
    }

    /** A connection past the proxy would tell nothing of the way that a mint goes. */
    private static boolean isProxied(URI base) {
        return Stream.ofNullable(ProxySelector.getDefault())
                .flatMap(proxies -> proxies.select(base).stream())
                .anyMatch(proxy -> proxy.type() != Proxy.Type.DIRECT);
    }

    /** Where a handshake takes too long, some versions say so by the cause only. */
    private static MintFailure named(IOException failed) {
        boolean late = failed instanceof SocketTimeoutException || failed.getCause() instanceof SocketTimeoutException;
        return late ? new TimedOut() : BrokenExchange.named(failed, false);
    }
}
