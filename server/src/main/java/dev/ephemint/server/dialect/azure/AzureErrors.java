package dev.ephemint.server.dialect.azure;

import dev.ephemint.server.dialect.ReplyReader;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.VendorError;
import dev.ephemint.server.mint.shape.FlatShape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What Azure means by its errors: it names no parameter, and spells one code in two ways. */
final class AzureErrors {

    /** {@code apim-request-id} came with every recorded response (2026-06 and 2026-07). */
    private static final List<String> REQUEST_ID = List.of("apim-request-id", "x-request-id");

    private AzureErrors() {}

    static ReplyReader replies(MintRequest request) {
        return new ReplyReader(REQUEST_ID, error -> read(error, request));
    }

    /** The same for the flat shape, whose own paths Azure may name. */
    static ReplyReader flatReplies(MintRequest request) {
        return new ReplyReader(REQUEST_ID, error -> read(FlatShape.nestError(error), request));
    }

    private static VendorError read(VendorError error, MintRequest request) {
        String code = spelling(error.code());
        String param = error.param() == null ? param(code, request) : error.param();
        return new VendorError(code, param, error.message());
    }

    /** {@code OpperationNotSupported} on GA (2026-03-19), {@code OperationNotSupported} on preview (2026-06-05). */
    private static @Nullable String spelling(@Nullable String code) {
        return "OpperationNotSupported".equals(code) ? "OperationNotSupported" : code;
    }

    private static @Nullable String param(@Nullable String code, MintRequest request) {
        if (code == null) {
            return null;
        }
        return switch (code) {
            case "InvalidSessionType" -> "session.type";
            case "OperationNotSupported", "DeploymentNotFound" ->
                request.isTranscription() ? "session.audio.input.transcription.model" : "session.model";
            default -> null;
        };
    }
}
