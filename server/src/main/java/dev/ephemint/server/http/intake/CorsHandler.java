package dev.ephemint.server.http.intake;

import dev.ephemint.server.http.error.Headers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.CrossOriginHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Lets pages of listed origins call this service and read its responses, failures included. The list may change while the
 * service runs. A request of another origin passes unchanged, so its browser shows the page nothing; nor are cookies or
 * client certificates ever allowed.
 */
public final class CorsHandler extends Handler.Wrapper {

    private static final Duration PREFLIGHT_AGE = Duration.ofMinutes(10);

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");

    /** The vendors' SDKs send many of their own. The star does not include the first, and older browsers do not know it. */
    private static final Set<String> REQUEST_HEADERS =
            Set.of("Authorization", "Content-Type", "api-key", "Idempotency-Key", "OpenAI-Safety-Identifier", "*");

    private final Predicate<String> origins;
    private final Handler next;

    /** @param origins accepts a value of the header {@code Origin} */
    public CorsHandler(Predicate<String> origins, Handler next) {
        super(allowing(next));
        this.origins = origins;
        this.next = next;
    }

    /** Speaks the protocol with every origin that reaches it. */
    private static Handler allowing(Handler next) {
        CrossOriginHandler protocol = new CrossOriginHandler();
        protocol.setAllowedOriginPatterns(Set.of("*"));
        protocol.setAllowCredentials(false);
        protocol.setAllowedMethods(METHODS);
        protocol.setAllowedHeaders(REQUEST_HEADERS);
        protocol.setExposedHeaders(Headers.OF_CONTRACT);
        protocol.setPreflightMaxAge(PREFLIGHT_AGE);
        protocol.setHandler(next);
        return protocol;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        List<String> sent = request.getHeaders().getValuesList(HttpHeader.ORIGIN);
        if (sent.size() == 1 && origins.test(sent.get(0))) {
            return super.handle(request, response, callback);
        }
        response.getHeaders().add(HttpHeader.VARY, HttpHeader.ORIGIN.asString());
        return next.handle(request, response, callback);
    }
}
