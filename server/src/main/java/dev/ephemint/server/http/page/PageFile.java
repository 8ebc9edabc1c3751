package dev.ephemint.server.http.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One file of the page, from the jar. Files that are not listed here are not served. */
@SuppressWarnings("ArrayRecordComponent") // Never compared; Jersey writes it as it is.
record PageFile(byte[] bytes, String mediaType) {

    private static final List<String> NAMES = List.of(
            "banners.js",
            "browser.txt",
            "call.js",
            "caption-list.js",
            "captions.js",
            "capture.js",
            "copy.js",
            "countdown.js",
            "curl.txt",
            "dom.js",
            "event-list.js",
            "form.js",
            "icon.svg",
            "incoming.js",
            "index.html",
            "java.txt",
            "javascript.txt",
            "level.js",
            "main.js",
            "microphone.js",
            "mint.js",
            "outbox.js",
            "parts.css",
            "pauses.js",
            "pcm.js",
            "python.txt",
            "refused.js",
            "render.js",
            "resampler.js",
            "sample.js",
            "secret.js",
            "session.js",
            "snippets.js",
            "socket.js",
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
            "txt", "text/plain;charset=utf-8",
            "wav", "audio/wav");

    /** By name. */
    static Map<String, PageFile> all() {
        Map<String, PageFile> files =
                NAMES.stream().collect(Collectors.toMap(Function.identity(), name -> load("page/" + name)));
        files.put(SAMPLE, load(SAMPLE));
        return Map.copyOf(files);
    }

    private static PageFile load(String path) {
        String suffix = path.substring(path.lastIndexOf('.') + 1);
        try (InputStream stream = PageFile.class.getResourceAsStream("/dev/ephemint/server/" + path)) {
            byte[] bytes = Objects.requireNonNull(stream, path).readAllBytes();
            return new PageFile(bytes, Objects.requireNonNull(MEDIA_TYPES.get(suffix), path));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
