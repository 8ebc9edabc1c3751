package dev.ephemint.server.http;

import dev.ephemint.contract.ContractJson;
import jakarta.ws.rs.core.EntityTag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/** One form of the contract, as its own jar holds it. */
@SuppressWarnings("ArrayRecordComponent") // Never compared; Jersey writes it as it is.
record ContractDocument(String name, byte[] bytes, String mediaType, EntityTag tag) {

    static ContractDocument load(String name, String mediaType) {
        try (InputStream stream = ContractJson.class.getResourceAsStream(name)) {
            byte[] bytes = Objects.requireNonNull(stream, name).readAllBytes();
            return new ContractDocument(name, bytes, mediaType, new EntityTag(digest(bytes)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
