package dev.ephemint.server.http;

import dev.ephemint.server.http.filter.HostFilter;
import java.net.URI;
import java.net.URISyntaxException;
import org.eclipse.jetty.server.Request;
import org.glassfish.jersey.server.internal.ContainerUtils;
import org.jspecify.annotations.Nullable;

/** The URLs of requests as Jersey has them. Those of the last request are kept, because most requests repeat them. */
final class JerseyUris {

    /** Reserved (RFC 6761), so that it is no name of this machine. */
    private static final String STAND_IN = "host.invalid";

    private volatile @Nullable Parsed last;

    /** The URLs of one request: its own, and the base of the paths of resources. */
    record Uris(URI base, URI request) {}

    /** What they are made of. */
    private record Parts(
            String scheme,
            String host,
            int port,
            String path,
            @Nullable String query) {

        static Parts of(Request request) {
            return new Parts(
                    request.getHttpURI().getScheme(),
                    Request.getServerName(request),
                    Request.getServerPort(request),
                    request.getHttpURI().getPath(),
                    request.getHttpURI().getQuery());
        }

        Uris uris() throws URISyntaxException {
            URI base = base();
            String root = base.toString();
            String rest = query == null ? path : path + "?" + ContainerUtils.encodeUnsafeCharacters(query);
            return new Uris(base, new URI(root.substring(0, root.length() - 1) + rest));
        }

        private URI base() throws URISyntaxException {
            try {
                return new URI(scheme, null, host, port, "/", null, null);
            } catch (URISyntaxException noHostName) {
                return new URI(scheme, null, STAND_IN, port, "/", null, null);
            }
        }
    }

    private record Parsed(Parts parts, Uris uris) {}

    /**
     * A {@code Host} that is no host name to {@link URI}, such as {@code my_mint} in a compose file, has a stand-in here. The
     * header stays, and it is what {@link HostFilter} and {@link CallerAddressMint} read.
     *
     * @throws URISyntaxException if the path is no path to {@link URI}
     */
    Uris of(Request request) throws URISyntaxException {
        Parts parts = Parts.of(request);
        Parsed known = last;
        if (known == null || !known.parts.equals(parts)) {
            known = new Parsed(parts, parts.uris());
            last = known;
        }
        return known.uris;
    }
}
