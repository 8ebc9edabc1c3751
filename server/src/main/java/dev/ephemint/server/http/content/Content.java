package dev.ephemint.server.http.content;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that are served as they are, if the caller does not have them already.
 *
 * @param encoding null for none
 * @param tag by which a caller asks whether they have changed
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; Jersey writes it as it is.
public record Content(
        byte[] bytes, String mediaType, @Nullable String encoding, EntityTag tag) {

    public static final String GZIP = "gzip";

    /** A file that a jar holds. */
    public static Content load(Class<?> beside, String name, String mediaType) {
        try (InputStream stream = beside.getResourceAsStream(name)) {
            return of(Objects.requireNonNull(stream, name).readAllBytes(), mediaType);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** With a tag of its bytes. */
    public static Content of(byte[] bytes, String mediaType) {
        return new Content(bytes, mediaType, null, tag(bytes));
    }

    /** The same, compressed; with a tag of its own, as each encoding needs it. */
    public Content gzip() {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        byte[] all = compressed.toByteArray();
        return new Content(all, mediaType, GZIP, tag(all));
    }

    /** 304 without them, or 200. */
    public Response.ResponseBuilder response(Request request) {
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return (unchanged == null ? whole() : unchanged).tag(tag);
    }

    /** With its length, which HEAD would otherwise report as 0. */
    private Response.ResponseBuilder whole() {
        return Response.ok(bytes, mediaType).encoding(encoding).header(HttpHeaders.CONTENT_LENGTH, bytes.length);
    }

    private static EntityTag tag(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new EntityTag(HexFormat.of().formatHex(digest, 0, 16));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
