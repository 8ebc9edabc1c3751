package dev.ephemint.server.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.api.RealtimeApi;
import dev.ephemint.server.http.error.Headers;
import dev.ephemint.server.http.error.RateLimitFields;
import dev.ephemint.server.http.filter.Access;
import dev.ephemint.server.http.filter.CurrentRequest;
import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.mint.MintContext;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure;
import dev.ephemint.server.mint.MintFailure.InvalidRequest;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintWarning;
import dev.ephemint.server.mint.MintedToken;
import dev.ephemint.server.mint.Operation;
import dev.ephemint.server.mint.shape.FlatRequest;
import dev.ephemint.server.mint.shape.FlatShape;
import dev.ephemint.server.mint.shape.NestedRequest;
import dev.ephemint.server.mint.shape.Repair;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The contract's operations: both shapes over one mint. */
@SuppressWarnings("deprecation") // The flat operation is deprecated in the contract, and this is its implementation.
@Access(Access.Rule.CALLER)
final class RealtimeResource implements RealtimeApi {

    /** The day on which OpenAI removed the flat operation, 2026-05-12, as RFC 9745 writes a date. */
    private static final String DEPRECATED_SINCE = "@1778544000";

    private static final String SUCCESSOR = "</v1/realtime/client_secrets>; rel=\"successor-version\"";

    private final Mint mint;
    private final DefaultModel defaultModel;
    private final Repair repair;
    private final MintContexts contexts;

    RealtimeResource(Mint mint, DefaultModel defaultModel, Repair repair, MintContexts contexts) {
        this.mint = mint;
        this.defaultModel = defaultModel;
        this.repair = repair;
        this.contexts = contexts;
    }

    @Override
    public Response createClientSecret(
            NestedRequest request, @Nullable String safetyIdentifier, @Nullable String idempotencyKey) {
        ObjectNode body = request.tree();
        MintContext beside = beside(Operation.CLIENT_SECRETS, idempotencyKey);
        try {
            MintedToken token = mint.mint(asked(MintRequest.of(body), request.repairs(), beside, safetyIdentifier));
            return ok(token, TokenResponse.nested(token)).build();
        } catch (MintFailedException failed) {
            throw failed.as(explained(failed.failure(), body, false));
        }
    }

    @Override
    public Response createTranscriptionSession(
            FlatRequest request, @Nullable String safetyIdentifier, @Nullable String idempotencyKey) {
        ObjectNode body = request.tree();
        MintContext beside = beside(Operation.TRANSCRIPTION_SESSIONS, idempotencyKey);
        try {
            MintRequest asked = asked(FlatShape.nestRequest(body), request.repairs(), beside, safetyIdentifier);
            MintedToken token = mint.mint(defaultModel.fillIn(asked));
            return ok(token, TokenResponse.flat(token))
                    .header("deprecation", DEPRECATED_SINCE)
                    .header("link", SUCCESSOR)
                    .build();
        } catch (MintFailedException failed) {
            throw failed.as(FlatFailure.of(explained(failed.failure(), body, true)));
        }
    }

    private MintContext beside(Operation operation, @Nullable String idempotencyKey) {
        return contexts.of(CurrentRequest.get(), operation, given(idempotencyKey));
    }

    private static MintRequest asked(
            MintRequest request, List<MintWarning> repairs, MintContext beside, @Nullable String safetyIdentifier) {
        MintRequest asked = request.withContext(beside).withSafetyIdentifier(given(safetyIdentifier));
        for (MintWarning repair : repairs) {
            asked = asked.withWarning(repair);
        }
        return asked;
    }

    private MintFailure explained(MintFailure failure, ObjectNode body, boolean flat) {
        return failure instanceof InvalidRequest invalid ? repair.explained(invalid, body, flat) : failure;
    }

    private static @Nullable String given(@Nullable String header) {
        return header == null || header.isBlank() ? null : header;
    }

    private static Response.ResponseBuilder ok(MintedToken token, Object entity) {
        Response.ResponseBuilder response = Response.ok(entity)
                .header(Headers.UPSTREAM_REQUEST_ID, token.vendorRequestId().orElse(null));
        RateLimitFields.of(token.quotas()).forEach(response::header);
        return response;
    }
}
