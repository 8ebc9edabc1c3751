package dev.ephemint.server.http.docs;

import dev.ephemint.server.http.content.Content;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/**
 * One file of the page, as it is and compressed once: the library has 1.7 MB, which are 0.5 MB compressed. Files that are not
 * listed are not served.
 */
record DocsFile(Content plain, Content gzip) {

    /** The version is that of the pom; {@code DocsResourceTest} fails if it is not. */
    private static final String LIBRARY = "/META-INF/resources/webjars/swagger-ui/5.34.1/";

    private static final String OWN = "/dev/ephemint/server/docs/";
    private static final String JAVASCRIPT = "text/javascript;charset=utf-8";
    private static final String CSS = "text/css;charset=utf-8";

    private record Source(String path, String mediaType) {}

    private static final Map<String, Source> SOURCES = Map.of(
            "index.html", new Source(OWN + "index.html", "text/html;charset=utf-8"),
            "main.js", new Source(OWN + "main.js", JAVASCRIPT),
            "style.css", new Source(OWN + "style.css", CSS),
            "icon.svg", new Source("/dev/ephemint/server/page/icon.svg", "image/svg+xml"),
            "swagger-ui-bundle.js", new Source(LIBRARY + "swagger-ui-bundle.js", JAVASCRIPT),
            "swagger-ui.css", new Source(LIBRARY + "swagger-ui.css", CSS));

    static boolean isListed(String name) {
        return SOURCES.containsKey(name);
    }

    static DocsFile load(String name) {
        Source source = Objects.requireNonNull(SOURCES.get(name), name);
        return of(Content.load(DocsFile.class, source.path(), source.mediaType()));
    }

    /** The page for the address with a slash at its end, where relative references begin one level deeper. */
    DocsFile atSlash() {
        String html = new String(plain.bytes(), StandardCharsets.UTF_8);
        byte[] changed = html.replace("=\"docs/", "=\"").getBytes(StandardCharsets.UTF_8);
        return of(Content.of(changed, plain.mediaType()));
    }

    private static DocsFile of(Content plain) {
        return new DocsFile(plain, plain.gzip());
    }
}
