package dev.ephemint.conformance.diff.published;

import dev.ephemint.conformance.diff.document.InvalidDocumentException;
import dev.ephemint.conformance.diff.document.SpecDocument;
import dev.ephemint.conformance.http.HttpCaller;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.http.NoResponseException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Reads a published document from a file or over HTTP. */
public final class DriftSource {
    private static final HttpCaller CALLER = new HttpCaller(Duration.ofMinutes(1), 32 << 20);
    private static final int MOST_REDIRECTS = 5;

    private DriftSource() {}

    /** @param source a file name, or a URL that begins with http:// or https:// */
    public static SpecDocument read(String source) {
        boolean remote = source.startsWith("http://") || source.startsWith("https://");
        try {
            String text = remote ? fetch(URI.create(source)) : Files.readString(Path.of(source));
            return SpecDocument.parse(source, source, text);
        } catch (IOException | IllegalArgumentException e) {
            throw new InvalidDocumentException(source + ": cannot be read");
        } catch (NoResponseException e) {
            throw new InvalidDocumentException(source + ": " + e.getMessage());
        }
    }

    private static String fetch(URI url) {
        URI address = url;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            Message response = CALLER.call(address, Message.request("GET", address.getRawPath(), ""));
            if (response.status() == 200) {
                return response.body();
            }
            Optional<URI> next = redirect(address, response);
            if (next.isEmpty()) {
                throw new InvalidDocumentException(url + ": status " + response.status());
            }
            address = next.get();
        }
        throw new InvalidDocumentException(url + ": more than " + MOST_REDIRECTS + " redirects");
    }

    /** Never from https to http. */
    private static Optional<URI> redirect(URI from, Message response) {
        return response.header("location")
                .filter(location -> response.status() / 100 == 3)
                .map(from::resolve)
                .filter(to -> "https".equals(to.getScheme()) || from.getScheme().equals(to.getScheme()));
    }
}
