package dev.ephemint.conformance.diff.published;

import dev.ephemint.conformance.diff.document.InvalidDocumentException;
import dev.ephemint.conformance.diff.document.SpecDocument;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Reads a published document from a file or over HTTP. */
public final class DriftSource {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int LARGEST = 32 * 1024 * 1024;

    private DriftSource() {}

    /** @param source a file name, or a URL that begins with http:// or https:// */
    public static SpecDocument read(String source) throws InterruptedException {
        boolean remote = source.startsWith("http://") || source.startsWith("https://");
        try {
            String text = remote ? fetch(URI.create(source)) : Files.readString(Path.of(source));
            return SpecDocument.parse(source, source, text);
        } catch (IOException | IllegalArgumentException e) {
            throw new InvalidDocumentException(source + ": cannot be read");
        }
    }

    private static String fetch(URI url) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(TIMEOUT)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        HttpRequest request = HttpRequest.newBuilder(url).timeout(TIMEOUT).build();
        HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            byte[] bytes = body.readNBytes(LARGEST + 1);
            if (response.statusCode() != 200 || bytes.length > LARGEST) {
                throw new InvalidDocumentException(
                        url + ": status " + response.statusCode() + ", or more than " + LARGEST + " bytes");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
