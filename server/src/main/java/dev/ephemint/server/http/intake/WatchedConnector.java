package dev.ephemint.server.http.intake;

import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Accepts connections; {@link OpenConnections} bounds how many are open. */
public abstract class WatchedConnector extends ServerConnector {

    private final OpenConnections connections;

    protected WatchedConnector(
            Server server, OpenConnections connections, int acceptors, int selectors, ConnectionFactory... protocols) {
        super(server, null, null, null, acceptors, selectors, protocols);
        this.connections = connections;
    }

    public final OpenConnections connections() {
        return connections;
    }

    @Override
    protected void onEndPointOpened(EndPoint endPoint) {
        super.onEndPointOpened(endPoint);
        connections.opened(endPoint);
    }

    @Override
    protected void onEndPointClosed(EndPoint endPoint) {
        connections.closed(endPoint);
        super.onEndPointClosed(endPoint);
    }
}
