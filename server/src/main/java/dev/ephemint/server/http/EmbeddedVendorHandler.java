package dev.ephemint.server.http;

import dev.ephemint.server.caller.ShownCredentials;
import dev.ephemint.server.http.filter.RequestLog;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives requests to the embedded vendor first; foreign Host names, the paths that it declines, and sealed tokens, which no vendor
 * knows, are left to Jersey.
 */
final class EmbeddedVendorHandler extends Handler.Wrapper {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedVendorHandler.class);

    private final Predicate<String> hosts;

    EmbeddedVendorHandler(Handler vendor, Predicate<String> hosts) {
        super(vendor);
        this.hosts = hosts;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        boolean handled = hosts.test(Request.getServerName(request))
                && !hasSealedToken(request)
                && super.handle(request, response, callback);
        if (handled) {
            // One of the vendor's own paths, so the line holds nothing that a caller made up.
            LOG.atInfo()
                    .addKeyValue("method", RequestLog.method(request.getMethod()))
                    .addKeyValue("route", Request.getPathInContext(request))
                    .log("given to the sandbox");
        }
        return handled;
    }

    private static boolean hasSealedToken(Request request) {
        return Stream.of("authorization", "api-key")
                .flatMap(name -> request.getHeaders().getValuesList(name).stream())
                .anyMatch(value -> value.contains(ShownCredentials.SEALED));
    }
}
