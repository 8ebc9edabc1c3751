package dev.ephemint.server.http;

import dev.ephemint.server.http.filter.Arrival;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URISyntaxException;
import java.security.Principal;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ResourceConfig;
import org.jspecify.annotations.Nullable;

/**
 * Lets Jersey handle Jetty's requests. All resources block, so a response is complete when Jersey returns. Jersey's own
 * container does more for each request, leaves those open whose caller disconnects before the response, and rejects those
 * whose {@code Host} is no host name to {@link java.net.URI}.
 */
final class JerseyHandler extends Handler.Abstract {

    private final ApplicationHandler application;
    private final JerseyUris uris = new JerseyUris();

    JerseyHandler(ResourceConfig configuration) {
        this.application = new ApplicationHandler(configuration);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        JerseyResponse written = new JerseyResponse(request, response);
        try {
            application.handle(jersey(request, written));
        } catch (URISyntaxException invalid) {
            Response.writeError(request, response, callback, 400);
            return true;
        } catch (RuntimeException failed) {
            written.failure(failed);
        }
        written.complete(callback);
        return true;
    }

    private ContainerRequest jersey(Request request, JerseyResponse response) throws URISyntaxException {
        JerseyUris.Uris asked = uris.of(request);
        ContainerRequest jersey = new ContainerRequest(
                asked.base(),
                asked.request(),
                request.getMethod(),
                new NoUser(request.isSecure()),
                new MapPropertiesDelegate(),
                application.getConfiguration());
        for (HttpField field : request.getHeaders()) {
            String value = field.getValue();
            jersey.getHeaders().add(field.getName(), value == null ? "" : value);
        }
        jersey.setEntityStream(Request.asInputStream(request));
        jersey.setWriter(response);
        Arrival.record(jersey, request);
        return jersey;
    }

    /** Jersey requires one; callers are checked by a filter. */
    private record NoUser(boolean isSecure) implements SecurityContext {

        @Override
        public @Nullable Principal getUserPrincipal() {
            return null;
        }

        @Override
        public boolean isUserInRole(String role) {
            return false;
        }

        @Override
        public @Nullable String getAuthenticationScheme() {
            return null;
        }
    }

    /** Releases what Jersey holds. */
    @Override
    protected void doStop() throws Exception {
        super.doStop();
        application.onShutdown(null);
    }
}
