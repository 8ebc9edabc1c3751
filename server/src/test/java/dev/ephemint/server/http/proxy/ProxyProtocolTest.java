package dev.ephemint.server.http.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.http.Listener;
import dev.ephemint.server.http.LogCapture;
import dev.ephemint.server.http.RunningEdge;
import dev.ephemint.server.http.Tokens;
import dev.ephemint.testing.RawHttp;
import dev.ephemint.testing.SelfSigned;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProxyProtocolTest {

    private static final String REQUEST = "GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n";
    private static final String V1 = "PROXY TCP4 203.0.113.7 127.0.0.1 5000 80\r\n";

    /** Signature, version 2 and PROXY, TCP over IPv4, 12 bytes of addresses and ports. */
    private static final String V2 =
            "\r\n\r\n\0\r\nQUIT\n!\u0011\0\u000c\u00cb\0q\u0007\u007f\0\0\u0001\u0013\u0088\0P";

    @ParameterizedTest
    @CsvSource({
        "v1, true, '', 200, 203.0.113.7",
        "v2, true, '', 200, 203.0.113.7",
        "none, true, '', 200, 127.0.0.1",
        "none, false, '', 200, 127.0.0.1",
        "v1, false, '', 400, 127.0.0.1",
        "v2, false, '', 400, 127.0.0.1",
        // The caller behind the proxy is no proxy.
        "v1, true, X-Forwarded-For: 6.6.6.6, 200, 203.0.113.7"
    })
    void readsThePrefixOfListedProxiesOnly(String prefix, boolean listed, String header, int status, String address)
            throws Exception {
        Proxies proxies = new Proxies(peer -> listed && peer.equals("127.0.0.1"), ForwardedHeader.X_FORWARDED, true);
        try (LogCapture log = LogCapture.open();
                RunningEdge edge = RunningEdge.on(listener(Optional.empty(), proxies), Tokens.echoing())) {
            String response = RawHttp.send(
                    edge.server().uri(), prefix(prefix) + REQUEST + (header.isEmpty() ? "" : header + "\r\n") + "\r\n");

            assertThat(response).startsWith("HTTP/1.1 " + status + " ");
            assertThat(log.lines()).anyMatch(line -> line.contains("client_address=\"" + address + "\""));
        }
    }

    @Test
    void withoutTheSettingThePrefixIsMalformedEvenFromAListedProxy() throws Exception {
        Proxies proxies = new Proxies(peer -> true, ForwardedHeader.X_FORWARDED, false);
        try (RunningEdge edge = RunningEdge.on(listener(Optional.empty(), proxies), Tokens.echoing())) {
            assertThat(RawHttp.send(edge.server().uri(), V1 + REQUEST + "\r\n")).startsWith("HTTP/1.1 400 ");
        }
    }

    @Test
    void thePrefixComesBeforeTheHandshakeOfTls(@TempDir Path directory) throws Exception {
        SelfSigned made = SelfSigned.in(directory, "EC");
        Proxies proxies = new Proxies(peer -> peer.equals("127.0.0.1"), ForwardedHeader.X_FORWARDED, true);
        try (LogCapture log = LogCapture.open();
                RunningEdge edge = RunningEdge.on(listener(Optional.of(made.context()), proxies), Tokens.echoing());
                Socket plain = new Socket("127.0.0.1", edge.server().uri().getPort())) {
            plain.getOutputStream().write(V1.getBytes(StandardCharsets.ISO_8859_1));
            try (Socket tls = made.context().getSocketFactory().createSocket(plain, "localhost", 0, true)) {
                tls.getOutputStream().write((REQUEST + "\r\n").getBytes(StandardCharsets.ISO_8859_1));

                assertThat(new String(tls.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                        .startsWith("HTTP/1.1 200 ");
            }
            assertThat(log.lines()).anyMatch(line -> line.contains("client_address=\"203.0.113.7\""));
        }
    }

    private static String prefix(String version) {
        return switch (version) {
            case "v1" -> V1;
            case "v2" -> V2;
            default -> "";
        };
    }

    private static Listener listener(Optional<SSLContext> tls, Proxies proxies) {
        return new Listener("127.0.0.1", 0, tls, false, proxies, 100);
    }
}
