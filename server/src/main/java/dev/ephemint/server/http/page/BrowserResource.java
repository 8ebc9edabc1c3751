package dev.ephemint.server.http.page;

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

    private final BrowserModule module = BrowserModule.load();

    public BrowserResource() {}

    @GET
    @Path("{version}/{name}")
    public Response file(
            @PathParam("version") String version, @PathParam("name") String name, @Context Request request) {
        PageFile file = module.files().get(name);
        boolean isCurrent = version.equals(CURRENT);
        if (file == null || !(isCurrent || version.equals(module.version()))) {
            throw new NotFoundException();
        }
        EntityTag tag = new EntityTag(module.version());
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder response = unchanged == null ? whole(file) : unchanged;
        return response.tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, isCurrent ? REVALIDATED : IMMUTABLE)
                .header(HttpHeaders.CONTENT_LOCATION, "/browser/" + module.version() + "/" + name)
                .header("cross-origin-resource-policy", "cross-origin")
                .build();
    }

    /** With its length, which HEAD would otherwise report as 0. */
    private static Response.ResponseBuilder whole(PageFile file) {
        return Response.ok(file.bytes(), file.mediaType()).header(HttpHeaders.CONTENT_LENGTH, file.bytes().length);
    }
}
