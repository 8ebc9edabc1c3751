package dev.ephemint.server.upstream;

import java.util.List;
import java.util.Locale;

/**
 * Turns off the JDK's own debug output of connections, which system properties or {@code net.properties} enable: it shows
 * headers and bodies, keys included. The JDK reads these once, so this must come before the first client.
 */
public final class WireDebugging {

    /** Read by {@code jdk.internal.net.http.common.Log} and {@code Utils} of JDK 17 to 25. */
    private static final String REQUEST_LOG = "jdk.httpclient.HttpClient.log";

    private static final List<String> SWITCHES = List.of(
            "jdk.internal.httpclient.debug",
            "jdk.internal.httpclient.websocket.debug",
            "jdk.internal.httpclient.hpack.debug",
            "jdk.internal.httpclient.qpack.debug");

    /** Read by {@code sun.security.ssl.SSLLogger}; an empty value logs everything. */
    private static final String TLS = "javax.net.debug";

    private static final List<String> PLAIN_TEXT = List.of("all", "data", "packet", "plaintext");
    private static final String WITHOUT_PLAIN_TEXT = "ssl:handshake";

    private WireDebugging() {}

    /** TLS debug output that shows handshakes only stays on. */
    public static void off() {
        System.setProperty(REQUEST_LOG, "");
        SWITCHES.forEach(name -> System.setProperty(name, "false"));
        String tls = System.getProperty(TLS);
        if (tls != null && showsPlainText(tls.toLowerCase(Locale.ROOT))) {
            System.setProperty(TLS, WITHOUT_PLAIN_TEXT);
        }
    }

    private static boolean showsPlainText(String tls) {
        return tls.isBlank() || PLAIN_TEXT.stream().anyMatch(tls::contains);
    }
}
