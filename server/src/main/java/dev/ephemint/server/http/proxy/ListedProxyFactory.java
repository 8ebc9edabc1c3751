package dev.ephemint.server.http.proxy;

import java.util.Objects;
import java.util.function.Predicate;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.AbstractConnectionFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.ProxyConnectionFactory;

/**
 * Reads the PROXY protocol, versions 1 and 2, from connections of listed proxies. One of them may leave it out, as health
 * checks do. From anyone else it is a malformed request.
 */
public final class ListedProxyFactory extends AbstractConnectionFactory {

    private final Predicate<String> listed;
    private final ProxyConnectionFactory proxy;
    private final String next;

    /**
     * @param proxy which has {@code next} as its next protocol, too
     * @param next the protocol of all other connections
     */
    public ListedProxyFactory(Predicate<String> listed, ProxyConnectionFactory proxy, String next) {
        super("listed-proxy");
        this.listed = listed;
        this.proxy = proxy;
        this.next = next;
    }

    @Override
    public Connection newConnection(Connector connector, EndPoint endPoint) {
        return listed.test(Peer.address(endPoint.getRemoteSocketAddress()))
                ? proxy.newConnection(connector, endPoint)
                : Objects.requireNonNull(connector.getConnectionFactory(next)).newConnection(connector, endPoint);
    }
}
