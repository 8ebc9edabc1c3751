package dev.ephemint.server.http.page;

import dev.ephemint.server.http.filter.Access;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The page that shows a token at work. Of this service it uses the contract's operations only. */
@Path("/")
@Access(Access.Rule.OPEN)
public final class PageResource {

    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost");

    /** Scripts and styles of its own only, and no frame around it; the vendor's host is not known beforehand. */
    private static final String POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "media-src 'self' blob:",
            "frame-ancestors 'none'",
            "base-uri 'none'",
            "form-action 'none'",
            "connect-src 'self' ws: wss: https:");

    /** A page from this machine may also call servers on this machine, such as a compatible one. */
    private static final String LOCAL_POLICY = POLICY + " http://127.0.0.1:* http://localhost:*";

    private final Map<String, PageFile> files = PageFile.all();

    public PageResource() {}

    @GET
    public Response page(@Context UriInfo asked) {
        return response("index.html", asked);
    }

    @GET
    @Path("page/{name}")
    public Response part(@PathParam("name") String name, @Context UriInfo asked) {
        return response(name, asked);
    }

    private Response response(String name, UriInfo asked) {
        PageFile file = files.get(name);
        if (file == null) {
            throw new NotFoundException();
        }
        return Response.ok(file.bytes(), file.mediaType())
                .header(HttpHeaders.CONTENT_LENGTH, file.bytes().length)
                .header("content-security-policy", policy(asked.getBaseUri().getHost()))
                .header("referrer-policy", "no-referrer")
                .header("permissions-policy", "microphone=(self)")
                .header("cross-origin-opener-policy", "same-origin")
                .header("cross-origin-resource-policy", "same-origin")
                .build();
    }

    static String policy(@Nullable String host) {
        return host != null && THIS_MACHINE.contains(host) ? LOCAL_POLICY : POLICY;
    }
}
