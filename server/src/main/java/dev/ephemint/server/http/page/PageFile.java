package dev.ephemint.server.http.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One file that is served as it is in the jar. Files that are not listed are not served. */
@SuppressWarnings("ArrayRecordComponent") // Never compared; Jersey writes it as it is.
record PageFile(byte[] bytes, String mediaType) {

    private static final List<String> NAMES = List.of(
            "banners.js",
            "browser.txt",
            "caption-list.js",
            "copy.js",
            "countdown.js",
            "curl.txt",
            "dom.js",
            "event-list.js",
            "failure.js",
            "form.js",
            "icon.svg",
            "index.html",
            "java.txt",
            "javascript.txt",
            "level.js",
            "main.js",
            "parts.css",
            "python.txt",
            "render.js",
            "request.js",
            "sample.js",
            "secret.js",
            "snippets.js",
            "style.css",
            "token-card.js",
            "wav.js");

    /** A sentence of synthetic speech, which doctor also uses. */
    private static final String SAMPLE = "speech.wav";

    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "html", "text/html;charset=utf-8",
            "css", "text/css;charset=utf-8",
            "js", "text/javascript;charset=utf-8",
            "svg", "image/svg+xml",
            "ts", "text/plain;charset=utf-8",
            "txt", "text/plain;charset=utf-8",
            "wav", "audio/wav");

    /** Those of the page, by name. */
    static Map<String, PageFile> all() {
        Map<String, PageFile> files =
                NAMES.stream().collect(Collectors.toMap(Function.identity(), name -> load("page/" + name)));
        files.put(SAMPLE, load(SAMPLE));
        return Map.copyOf(files);
    }

    static PageFile load(String path) {
        String suffix = path.substring(path.lastIndexOf('.') + 1);
        try (InputStream stream = PageFile.class.getResourceAsStream("/dev/ephemint/server/" + path)) {
            byte[] bytes = Objects.requireNonNull(stream, path).readAllBytes();
            return new PageFile(bytes, Objects.requireNonNull(MEDIA_TYPES.get(suffix), path));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
