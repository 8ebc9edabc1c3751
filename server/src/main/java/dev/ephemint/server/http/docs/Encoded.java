package dev.ephemint.server.http.docs;

import jakarta.ws.rs.core.EntityTag;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file in one content encoding; each encoding has a tag of its own. */
@SuppressWarnings("ArrayRecordComponent") // Never compared; Jersey writes it as it is.
record Encoded(byte[] bytes, EntityTag tag) {

    static Encoded of(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new Encoded(bytes, new EntityTag(HexFormat.of().formatHex(digest, 0, 16)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
