package dev.ephemint.server.http;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** The page on which people see a token at work. It uses the contract's operations and nothing else of this service. */
@Path("/")
public final class PageResource {

    /** Scripts and styles of its own only, and no frame around it; the vendor's host is not known beforehand. */
    private static final String POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "connect-src 'self' ws: wss: https:",
            "img-src 'self' data:",
            "media-src 'self' blob:",
            "frame-ancestors 'none'",
            "base-uri 'none'",
            "form-action 'none'");

    private final Map<String, PageFile> files = PageFile.all();

    PageResource() {}

    @GET
    public Response page() {
        return answer("index.html");
    }

    @GET
    @Path("page/{name}")
    public Response part(@PathParam("name") String name) {
        return answer(name);
    }

    private Response answer(String name) {
        PageFile file = files.get(name);
        if (file == null) {
            throw new NotFoundException();
        }
        return Response.ok(file.bytes(), file.mediaType())
                .header(HttpHeaders.CONTENT_LENGTH, file.bytes().length)
                .header("content-security-policy", POLICY)
                .header("referrer-policy", "no-referrer")
                .header("permissions-policy", "microphone=(self)")
                .header("cross-origin-opener-policy", "same-origin")
                .header("cross-origin-resource-policy", "same-origin")
                .build();
    }
}
