package dev.ephemint.conformance.diff.change;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.json.ExactJson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** Fingerprints of changes: the same kind, place and values always give the same twelve hex digits. */
public final class Fingerprints {
    private static final int LENGTH = 12;

    private Fingerprints() {}

    /** @param place the place by names, so that another order of branches or parameters does not change it */
    public static String of(String kind, String place, Optional<JsonNode> before, Optional<JsonNode> after) {
        String text = String.join("\n", kind, place, text(before), text(after));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Optional<JsonNode> value) {
        return value.map(ExactJson::write).orElse("-");
    }
}
