package dev.ephemint.server.sandbox;

import java.util.Set;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Passes requests for some paths to a vendor, and declines all others. */
final class SessionHandler extends Handler.Wrapper {

    private final Set<String> paths;

    SessionHandler(Set<String> paths, Handler vendor) {
        super(vendor);
        this.paths = paths;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        return paths.contains(Request.getPathInContext(request)) && super.handle(request, response, callback);
    }
}
