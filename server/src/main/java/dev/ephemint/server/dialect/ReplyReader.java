package dev.ephemint.server.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.contract.FailureCodes;
import dev.ephemint.contract.FailureKind;
import dev.ephemint.contract.redaction.Redactor;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure;
import dev.ephemint.server.mint.MintFailure.OwnCredentialAsToken;
import dev.ephemint.server.mint.MintFailure.UnreadableResponse;
import dev.ephemint.server.mint.VendorError;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads a vendor's reply: a JSON object, or one of the closed set of failures. No status falls through.
 *
 * @param requestIdHeaders headers with this vendor's request id, best first
 * @param vendorError what this vendor means by an error: its codes in one spelling, its paths in the nested shape
 */
public record ReplyReader(List<String> requestIdHeaders, UnaryOperator<VendorError> vendorError) {

    /** Statuses that reject the caller's request; every other 4xx concerns our own call (proxies, protocols). */
    private static final Set<Integer> REQUEST = Set.of(400, 402, 409, 413, 422);

    public ReplyReader {
        requestIdHeaders = List.copyOf(requestIdHeaders);
    }

    /** The reply's own JSON object, where the vendor says that it minted. */
    public ObjectNode success(UpstreamReply reply) {
        requireSuccess(reply);
        if (reply.json() instanceof ObjectNode object) {
            return object;
        }
        throw unreadable(reply, reply.body().isBlank() ? "the response is empty" : "the response is not a JSON object");
    }

    /** @throws MintFailedException for a reply that says anything but success */
    void requireSuccess(UpstreamReply reply) {
        if (reply.status() / 100 != 2) {
            throw failed(reply, failure(reply));
        }
    }

    /** A reply that looked like a success but cannot be passed on. */
    public MintFailedException unreadable(UpstreamReply reply, String reason) {
        return failed(reply, new UnreadableResponse(reason));
    }

    /** A reply whose token holds our own credential. */
    MintFailedException ownCredential(UpstreamReply reply) {
        return failed(reply, new OwnCredentialAsToken());
    }

    /** The vendor's id of the exchange; empty if it is missing or not an id. */
    public Optional<String> requestId(UpstreamReply reply) {
        for (String name : requestIdHeaders) {
            Optional<String> id = reply.header(name).flatMap(Redactor.ofShapes()::requestId);
            if (id.isPresent()) {
                return id;
            }
        }
        return Optional.empty();
    }

    private MintFailedException failed(UpstreamReply reply, MintFailure failure) {
        @Nullable String id = requestId(reply).orElse(null);
        return new MintFailedException(failure, id);
    }

    private MintFailure failure(UpstreamReply reply) {
        JsonNode body = reply.json();
        VendorError error = vendorError.apply(VendorErrors.read(body));
        return switch (reply.status()) {
            case 401, 403 -> new MintFailure.CredentialRefused(reply.status(), error.code());
            case 404 ->
                kind(body, error).equals(Optional.of(FailureKind.MODEL_NOT_FOUND))
                        ? new MintFailure.RefusedByVendor(404, error)
                        : new MintFailure.RouteNotFound();
            case 405 -> new MintFailure.RouteNotFound();
            case 408, 504 -> new MintFailure.TimedOut();
            case 429 ->
                kind(body, error).equals(Optional.of(FailureKind.QUOTA_EXHAUSTED))
                        ? new MintFailure.QuotaExhausted()
                        : new MintFailure.RateLimited(VendorClock.wait(reply));
            case 503, 529 -> new MintFailure.Overloaded(VendorClock.wait(reply));
            default -> byClass(reply.status(), error);
        };
    }

    private static MintFailure byClass(int status, VendorError error) {
        return switch (status / 100) {
            case 3 -> new MintFailure.Redirected(status);
            case 4 ->
                REQUEST.contains(status)
                        ? new MintFailure.RefusedByVendor(status, error)
                        : new MintFailure.VendorFault(status);
            case 5 -> new MintFailure.VendorFault(status);
            default -> new UnreadableResponse("the response has status " + status);
        };
    }

    private static Optional<FailureKind> kind(JsonNode body, VendorError error) {
        return FailureCodes.kind(body.path("error").path("type").asText(""), error.code());
    }
}
