package dev.ephemint.server.http.page;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The ES module for browsers: live captions from a minted token.
 *
 * @param files by name
 * @param version changes with any of the files
 */
record BrowserModule(Map<String, PageFile> files, String version) {

    private static final List<String> NAMES = List.of(
            "backlog.js",
            "call.js",
            "captions.js",
            "capture.js",
            "emitter.js",
            "ephemint.d.ts",
            "ephemint.js",
            "errors.js",
            "incoming.js",
            "outbox.js",
            "pauses.js",
            "pcm.js",
            "resampler.js",
            "retry.js",
            "session.js",
            "socket.js",
            "sources.js",
            "tokens.js",
            "transcript.js");

    static BrowserModule load() {
        Map<String, PageFile> files = new TreeMap<>();
        NAMES.forEach(name -> files.put(name, PageFile.load("browser/v1/" + name)));
        return new BrowserModule(Map.copyOf(files), digest(files));
    }

    private static String digest(Map<String, PageFile> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.values().forEach(file -> digest.update(file.bytes()));
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
