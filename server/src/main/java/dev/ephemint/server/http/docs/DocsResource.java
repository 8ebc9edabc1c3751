package dev.ephemint.server.http.docs;

import dev.ephemint.server.http.content.Content;
import dev.ephemint.server.http.filter.Access;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Serves the API docs. As open as the contract that they show; read at the first request, so they cost the start nothing. */
@Path("docs")
@Access(Access.Rule.OPEN)
public final class DocsResource {

    /** Scripts, styles and requests of this origin only; the library's style sheet has its icons as data. */
    private static final String POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "connect-src 'self'",
            "frame-ancestors 'none'",
            "base-uri 'none'",
            "form-action 'none'");

    private static final String PAGE = "index.html";
    private static final String PAGE_AT_SLASH = "";
    private static final List<Variant> ENCODINGS =
            Variant.encodings("identity", Content.GZIP).build();

    private final Map<String, DocsFile> files = new ConcurrentHashMap<>();

    public DocsResource() {}

    @GET
    public Response page(@Context UriInfo asked, @Context Request request) {
        boolean atSlash = asked.getPath().endsWith("/");
        return response(file(atSlash ? PAGE_AT_SLASH : PAGE), request);
    }

    @GET
    @Path("{name}")
    public Response part(@PathParam("name") String name, @Context Request request) {
        if (name.equals(PAGE) || !DocsFile.isListed(name)) {
            throw new NotFoundException();
        }
        return response(file(name), request);
    }

    private DocsFile file(String key) {
        return files.computeIfAbsent(
                key, name -> name.equals(PAGE_AT_SLASH) ? DocsFile.load(PAGE).atSlash() : DocsFile.load(name));
    }

    private static Response response(DocsFile file, Request request) {
        Content content = isGzip(request.selectVariant(ENCODINGS)) ? file.gzip() : file.plain();
        return content.response(request)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .header("content-security-policy", POLICY)
                .header("referrer-policy", "no-referrer")
                .header("cross-origin-opener-policy", "same-origin")
                .header("cross-origin-resource-policy", "same-origin")
                .build();
    }

    private static boolean isGzip(@Nullable Variant selected) {
        return selected != null && Objects.equals(selected.getEncoding(), Content.GZIP);
    }
}
