package dev.ephemint.server.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.contract.ContractJson;
import dev.ephemint.contract.model.ClientSecretRequest;
import dev.ephemint.contract.model.FlatTranscriptionSessionRequest;
import dev.ephemint.server.api.RealtimeApi;
import dev.ephemint.server.http.error.Headers;
import dev.ephemint.server.mint.FlatShape;
import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintedToken;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** The contract's operations: both shapes over one mint. */
@SuppressWarnings("deprecation") // The flat operation is deprecated in the contract, and this is its implementation.
final class RealtimeResource implements RealtimeApi {

    /** The day on which OpenAI removed the flat operation, 2026-05-12, as RFC 9745 writes a date. */
    private static final String DEPRECATED_SINCE = "@1778544000";

    private static final String SUCCESSOR = "</v1/realtime/client_secrets>; rel=\"successor-version\"";

    private final Mint mint;
    private final DefaultModel defaultModel;

    RealtimeResource(Mint mint, DefaultModel defaultModel) {
        this.mint = mint;
        this.defaultModel = defaultModel;
    }

    @Override
    public Response createClientSecret(ClientSecretRequest request, @Nullable String safetyIdentifier) {
        MintRequest asked = MintRequest.of(tree(request)).withSafetyIdentifier(given(safetyIdentifier));
        MintedToken token = mint.mint(asked);
        return answer(token, TokenAnswer.nested(token)).build();
    }

    @Override
    public Response createTranscriptionSession(
            FlatTranscriptionSessionRequest request, @Nullable String safetyIdentifier) {
        try {
            MintRequest asked = FlatShape.nestRequest(tree(request)).withSafetyIdentifier(given(safetyIdentifier));
            MintedToken token = mint.mint(defaultModel.fillIn(asked));
            return answer(token, TokenAnswer.flat(token))
                    .header("deprecation", DEPRECATED_SINCE)
                    .header("link", SUCCESSOR)
                    .build();
        } catch (MintFailedException failed) {
            throw failed.as(FlatFailure.of(failed.failure()));
        }
    }

    private static ObjectNode tree(Object model) {
        return ContractJson.mapper().valueToTree(model);
    }

    private static @Nullable String given(@Nullable String header) {
        return header == null || header.isBlank() ? null : header;
    }

    private static Response.ResponseBuilder answer(MintedToken token, Object entity) {
        return Response.ok(entity)
                .header(Headers.UPSTREAM_REQUEST_ID, token.vendorRequestId().orElse(null));
    }
}
