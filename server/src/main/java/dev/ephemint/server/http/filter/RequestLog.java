package dev.ephemint.server.http.filter;

import dev.ephemint.contract.model.ErrorResponse;
import dev.ephemint.server.http.error.Headers;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.glassfish.jersey.server.ExtendedUriInfo;
import org.glassfish.jersey.uri.UriTemplate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** One line for each request: never a query, a body or a token, and of the caller's headers only ids of their own form. */
@Priority(0)
public final class RequestLog implements ContainerResponseFilter {

    private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);

    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");

    private static final String LEFT_OUT = RequestLog.class.getName();

    private final String dialect;

    public RequestLog(String dialect) {
        this.dialect = dialect;
    }

    /** A request of this process's own, of which there is no line. */
    public static void leaveOut(ContainerRequestContext request) {
        request.setProperty(LEFT_OUT, true);
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(LEFT_OUT) == null) {
            log(request, response);
        }
        RequestId.detach();
        CurrentRequest.end();
    }

    private void log(ContainerRequestContext request, ContainerResponseContext response) {
        LoggingEventBuilder line = LOG.atInfo()
                .addKeyValue("method", method(request.getMethod()))
                .addKeyValue("route", route(request))
                .addKeyValue("dialect", dialect)
                .addKeyValue("status", response.getStatus())
                .addKeyValue("duration_ms", RequestId.of(request).millis());
        line = addIfGiven(line, "client_address", ClientAddress.of(request).orElse(null));
        line = addIfGiven(line, "code", code(response));
        line = addIfGiven(line, "upstream_request_id", response.getHeaderString(Headers.UPSTREAM_REQUEST_ID));
        line.log("request completed");
    }

    /** A known method, or a question mark: an unknown one may hold anything. */
    public static String method(String method) {
        return METHODS.contains(method) ? method : "?";
    }

    private static LoggingEventBuilder addIfGiven(LoggingEventBuilder line, String key, @Nullable String value) {
        return value == null ? line : line.addKeyValue(key, value);
    }

    /** The template that matched, or nothing: an unknown path may hold anything. */
    private static String route(ContainerRequestContext request) {
        List<String> templates = new ArrayList<>();
        if (request.getUriInfo() instanceof ExtendedUriInfo uri) {
            uri.getMatchedTemplates().stream().map(UriTemplate::getTemplate).forEach(templates::add);
        }
        Collections.reverse(templates);
        return String.join("", templates).replace("//", "/");
    }

    private static @Nullable String code(ContainerResponseContext response) {
        return response.getEntity() instanceof ErrorResponse envelope
                ? envelope.getError().getCode()
                : null;
    }
}
