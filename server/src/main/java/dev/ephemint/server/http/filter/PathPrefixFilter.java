package dev.ephemint.server.http.filter;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.UriInfo;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes off what the vendors' SDKs put before the operations, so that they need only a base address: {@code /v1} is
 * OpenAI's, {@code /openai/v1} is Azure's, {@code /openai} is what Azure's older clients build.
 */
@PreMatching
@Priority(2)
public final class PathPrefixFilter implements ContainerRequestFilter {

    private static final Pattern PREFIXED = Pattern.compile("/(?:v1|openai|openai/v1)(/realtime/.*)");
    private static final Pattern AZURE_PREVIEW = Pattern.compile("/openai/realtimeapi(/transcription_sessions/?)");

    @Override
    public void filter(ContainerRequestContext request) {
        UriInfo uri = request.getUriInfo();
        String path = uri.getRequestUri().getRawPath();
        Matcher preview = AZURE_PREVIEW.matcher(path);
        Matcher prefixed = PREFIXED.matcher(path);
        if (preview.matches()) {
            route(request, "/realtime" + preview.group(1));
        } else if (prefixed.matches()) {
            route(request, prefixed.group(1));
        }
    }

    private static void route(ContainerRequestContext request, String path) {
        request.setRequestUri(
                request.getUriInfo().getRequestUriBuilder().replacePath(path).build());
    }
}
