package dev.ephemint.server.http;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;

/**
 * A vendor that runs in this process. Its sockets and calls are served on the edge's own host and port, at the
 * vendor's paths, so that a caller that reaches the mint reaches the session, too.
 */
@FunctionalInterface
public interface EmbeddedVendor {

    /** A handler of the vendor's sockets and calls for this server; it declines every other path. */
    Handler on(Server server);
}
