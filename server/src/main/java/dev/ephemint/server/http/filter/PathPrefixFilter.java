package dev.ephemint.server.http.filter;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import java.net.URI;
import java.util.List;

/**
 * Takes off what the vendors' SDKs put before the operations, so that they need only a base address: {@code /v1} is
 * OpenAI's, {@code /openai/v1} is Azure's, {@code /openai} is what Azure's older clients build.
 */
@PreMatching
@Priority(2)
public final class PathPrefixFilter implements ContainerRequestFilter {

    private static final List<String> PREFIXES = List.of("/v1", "/openai/v1", "/openai");
    private static final String OPERATIONS = "/realtime/";
    private static final String AZURE_PREVIEW = "/openai/realtimeapi/transcription_sessions";

    @Override
    public void filter(ContainerRequestContext request) {
        URI asked = request.getUriInfo().getRequestUri();
        String path = asked.getRawPath();
        if (path.equals(AZURE_PREVIEW) || path.equals(AZURE_PREVIEW + "/")) {
            route(request, asked, "/realtime" + path.substring("/openai/realtimeapi".length()));
            return;
        }
        for (String prefix : PREFIXES) {
            if (path.startsWith(prefix) && path.startsWith(OPERATIONS, prefix.length())) {
                route(request, asked, path.substring(prefix.length()));
                return;
            }
        }
    }

    private static void route(ContainerRequestContext request, URI asked, String path) {
        String query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
        request.setRequestUri(URI.create(asked.getScheme() + "://" + asked.getRawAuthority() + path + query));
    }
}
