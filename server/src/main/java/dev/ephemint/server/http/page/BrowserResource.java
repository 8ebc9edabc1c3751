package dev.ephemint.server.http.page;

import dev.ephemint.server.http.content.Content;
import dev.ephemint.server.http.filter.Access;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

/**
 * Serves the module for browsers at two addresses: {@code /browser/v1/} has the current version, which browsers revalidate;
 * {@code /browser/<version>/}, which the other names in {@code content-location}, never changes.
 */
@Path("browser")
@Access(Access.Rule.OPEN)
public final class BrowserResource {

    private static final String CURRENT = "v1";
    private static final String REVALIDATED = "no-cache";
    private static final String IMMUTABLE = "public, max-age=31536000, immutable";

    private static final BrowserModule MODULE = BrowserModule.load();

    public BrowserResource() {}

    @GET
    @Path("{version}/{name}")
    public Response file(
            @PathParam("version") String version, @PathParam("name") String name, @Context Request request) {
        PageFile file = MODULE.files().get(name);
        boolean isCurrent = version.equals(CURRENT);
        if (file == null || !(isCurrent || version.equals(MODULE.version()))) {
            throw new NotFoundException();
        }
        Content content = new Content(file.bytes(), file.mediaType(), null, new EntityTag(MODULE.version()));
        return content.response(request)
                .header(HttpHeaders.CACHE_CONTROL, isCurrent ? REVALIDATED : IMMUTABLE)
                .header(HttpHeaders.CONTENT_LOCATION, "/browser/" + MODULE.version() + "/" + name)
                .header("cross-origin-resource-policy", "cross-origin")
                .build();
    }
}
