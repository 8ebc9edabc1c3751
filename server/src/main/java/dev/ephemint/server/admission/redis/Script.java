package dev.ephemint.server.admission.redis;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/**
 * A script, and the hash by which the server knows it.
 *
 * @param sha1 Redis' name of the script, lower-case hex
 */
record Script(String text, String sha1) {

    static final Script ADMIT = resource("admit.lua");
    static final Script SETTLE = resource("settle.lua");
    static final Script CALLS = resource("calls.lua");

    static Script of(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            return new Script(text, HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("a JDK without SHA-1", impossible);
        }
    }

    private static Script resource(String name) {
        try (InputStream in = Objects.requireNonNull(Script.class.getResourceAsStream(name), name)) {
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new IllegalStateException(name + " cannot be read", broken);
        }
    }
}
