package dev.ephemint.server.http.proxy;

import java.net.InetSocketAddress;
import java.net.SocketAddress;

/** The other end of a connection. */
final class Peer {

    private Peer() {}

    /** Its address as text, without a zone; empty if it has none. */
    static String address(SocketAddress peer) {
        if (!(peer instanceof InetSocketAddress internet)) {
            return "";
        }
        String text = internet.getAddress() == null
                ? internet.getHostString()
                : internet.getAddress().getHostAddress();
        return withoutZone(withoutBrackets(text));
    }

    static String withoutBrackets(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    private static String withoutZone(String address) {
        int zone = address.indexOf('%');
        return zone < 0 ? address : address.substring(0, zone);
    }
}
