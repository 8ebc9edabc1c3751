package dev.ephemint.conformance.polyglot.harness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The end of a program's log, which says why it failed. */
public final class Tail {
    private static final int MOST = 4000;

    private Tail() {}

    public static String of(Path log) throws IOException {
        if (!Files.exists(log)) {
            return "";
        }
        String text = new String(Files.readAllBytes(log), StandardCharsets.UTF_8).strip();
        return text.substring(Math.max(0, text.length() - MOST));
    }
}
