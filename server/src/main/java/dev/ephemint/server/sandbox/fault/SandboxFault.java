package dev.ephemint.server.sandbox.fault;

import dev.ephemint.server.sandbox.azure.AzureErrorResponses;
import dev.ephemint.server.sandbox.azure.AzureGateway;
import dev.ephemint.server.sandbox.azure.AzurePreview;
import dev.ephemint.server.sandbox.wire.OpenAiErrorResponses;
import dev.ephemint.server.sandbox.wire.VendorResponse;
import java.util.Map;

/**
 * The catalogue of faults, each as it was recorded or reported: a vendor, an account or the network between is not as
 * it should be. Those that begin with {@code GATEWAY} change a valid request on its way. Later faults wrap earlier ones.
 */
public enum SandboxFault {
    /** The resource accepts Entra tokens only (a public file of 2026, on {@code client_secrets} itself). Azure. */
    KEYS_DISABLED(AccessFaults.keysDisabled()),

    /** Tokens for {@code https://ai.azure.com} are rejected, the older audience's accepted (azure-sdk-for-python 40260). */
    OTHER_AUDIENCE(AccessFaults.otherAudience()),

    /** The token is valid and its owner has no role on the resource (Microsoft's troubleshooting of Entra, 2026). */
    NO_ROLE(AccessFaults.noRole()),

    /** The key may not do this ({@code Missing scopes}, openclaw issue 47372). OpenAI. */
    MISSING_SCOPE(ResponseFault.atOpenAi(OpenAiErrorResponses.error(
            401,
            "invalid_request_error",
            "You have insufficient permissions for this operation. Missing scopes: api.model.request.",
            null,
            null))),

    /** The country is not served (OpenAI's error codes, 2026). OpenAI. */
    UNSUPPORTED_COUNTRY(ResponseFault.atOpenAi(OpenAiErrorResponses.error(
            403,
            "request_forbidden",
            "Country, region, or territory not supported",
            null,
            "unsupported_country_region_territory"))),

    /** Nothing realtime at this address: {@code services.ai.azure.com} returned 404 on 2026-08-03, body not reported. */
    WRONG_HOST(MintFaults.wrongHost()),

    /** The beta's routes are gone, as they are at OpenAI since 2026-05-12. {@code openai-beta}. */
    BETA_REMOVED(MintFaults.betaRemoved()),

    /** Too many requests for now; the realtime mint's own 429 was never recorded, the texts are of other routes. */
    RATE_LIMITED(RateLimited.AT_BOTH),

    /** The account has no credit (OpenAI's error codes, 2026). OpenAI. */
    QUOTA_EXHAUSTED(ResponseFault.atOpenAi(OpenAiErrorResponses.error(
            429, "insufficient_quota", "You exceeded your current quota.", null, "insufficient_quota"))),

    /** A 503 for lack of capacity (OpenAI's error codes, 2026). */
    OVERLOADED(ResponseFault.always(OpenAiErrorResponses.error(
                    503, "service_unavailable_error", "The server is overloaded.", null, "server_is_overloaded")
            .with("retry-after", "2"))),

    /** Every mint returns an empty 500. */
    MINT_FAILS(ResponseFault.always(VendorResponse.empty(500))),

    /** A mint with a transcription block returns an empty 500, one without succeeds (Microsoft Q&A, 2026-06-02). */
    MINT_FAILS_WITH_BLOCK(MintFaults.failingWithBlock()),

    /** The requested lifetime is ignored; whether Azure honours it was never recorded. */
    LIFETIME_IGNORED(GatewayFault.onBodies(body -> body.remove("expires_after"))),

    /** The vendor's clock is five minutes ahead. */
    CLOCK_AHEAD(MintFaults.clockAhead()),

    /** An HTML page in place of a response, as captive portals and proxies return. */
    ANSWERS_A_PAGE(ResponseFault.always(
            new VendorResponse(200, Map.of("content-type", "text/html"), "<html><body>Please sign in</body></html>"))),

    /** No response to a mint at all. */
    NO_ANSWER(ResponseFault.always(VendorResponse.NEVER)),

    /**
     * The handshake is redirected (302) to a path that does not exist (Microsoft Q&A, 2026-06, when others connected).
     * {@code azure-preview}.
     */
    SOCKET_REDIRECTS(HandshakeFault.redirecting()),

    /**
     * A socket accepts ephemeral tokens only, and rejects this one as not ephemeral (litellm issue 38635, 2026-08-28).
     * Azure.
     */
    SOCKET_WANTS_EPHEMERAL(HandshakeFault.rejecting(AzureGateway.stamped(AzureErrorResponses.tokensOnly()))),

    /** The gateway routes the mint's path only, and returns 404 to handshakes. */
    GATEWAY_KNOWS_NO_SOCKETS(HandshakeFault.rejecting(VendorResponse.empty(404))),

    /** Sockets open and close at once with 1011, RFC 6455's code for a fault of the server. */
    SOCKET_BREAKS(HandshakeFault.closing(
            "invalid_request_error", "The server had an error while processing your request.", null, 1011)),

    /** The mint works and the socket opens, then closes for lack of credit (four recordings, 2026-09). OpenAI. */
    SOCKET_WITHOUT_CREDIT(HandshakeFault.closing(
            "insufficient_quota", "Your credit balance is exhausted.", "credit_balance_exhausted", 1013)),

    /** The mint works and the socket opens, then closes with 4004 for the model (a recording, 2026-09). OpenAI. */
    SOCKET_KNOWS_NO_MODEL(HandshakeFault.closing(
            "invalid_request_error", "The requested model does not exist.", "model_not_found", 4004)),

    /** Audio is accepted, and nothing is ever transcribed (reported of missing deployments, openai-agents-js issue 297). */
    SILENT(ModelFaults.silent()),

    /** The model was shut down, as whisper-1 will be on 2027-02-26; what the socket then says was not recorded. OpenAI. */
    MODEL_GONE(ModelFaults.gone()),

    /** Every transcript fails, without a code (openai-agents-js issue 297). OpenAI. */
    TRANSCRIPTION_FAILS(ModelFaults.failing()),

    /** The path loses its {@code /v1}, as in litellm issue 24659. */
    GATEWAY_DROPS_V1(
            new GatewayFault(request -> request.withPath(request.target().path().replace("/v1/", "/")))),

    /** Mints arrive without their key. */
    GATEWAY_DROPS_THE_KEY(GatewayFault.onHttp(request -> request.withoutHeader("authorization"))),

    /** Handshakes arrive as plain GETs, as behind a proxy not configured for WebSockets (pipecat issue 1167). */
    GATEWAY_DROPS_UPGRADE(HandshakeFault.missing()),

    /** Handshakes arrive with another key instead of the token. */
    GATEWAY_SWAPS_THE_TOKEN(
            GatewayFault.onHandshakes(request -> request.withHeader("authorization", "Bearer sk-of-the-gateways-own"))),

    /** Handshakes get an {@code api-version}, which GA rejects with 401 (Microsoft's migration guide, 2026). */
    GATEWAY_ADDS_API_VERSION(
            GatewayFault.onHandshakes(request -> request.withParameter("api-version", AzurePreview.VERSION))),

    /** Handshakes get {@code OpenAI-Beta: realtime=v1}, as the SDKs of the beta sent it. */
    GATEWAY_ADDS_BETA_HEADER(GatewayFault.onHandshakes(request -> request.withHeader("openai-beta", "realtime=v1"))),

    /** Handshakes get a {@code deployment} (400 on 2026-06-12). */
    GATEWAY_ADDS_DEPLOYMENT(
            GatewayFault.onHandshakes(request -> request.withParameter("deployment", "gpt-4o-transcribe"))),

    /** Handshakes ask for a transcription model in place of the intent (400 on 2026-06-10, close 4000 at OpenAI). */
    GATEWAY_NAMES_THE_MODEL(GatewayFault.onHandshakes(
            request -> request.withoutParameter("intent").withParameter("model", "gpt-4o-transcribe"))),

    /** Handshakes ask for a conversation in place of the intent (Microsoft Q&A, 2026-06). */
    GATEWAY_OPENS_A_CONVERSATION(GatewayFault.onHandshakes(
            request -> request.withoutParameter("intent").withParameter("model", "gpt-realtime"))),

    /** The transcription model also stands in {@code session.model} (500 at Azure on 2026-05-11). */
    GATEWAY_ADDS_SESSION_MODEL(GatewayFault.onBodies(GatewayFault::addSessionModel)),

    /** Mints lose their {@code session.type} (400 at Azure on 2026-06-10). */
    GATEWAY_DROPS_SESSION_TYPE(
            GatewayFault.onBodies(body -> body.withObject("/session").remove("type"))),

    /** Mints become those of a conversation with the transcription deployment as its model (400 on 2026-03-19). */
    GATEWAY_MINTS_A_CONVERSATION(GatewayFault.onBodies(
            body -> body.withObject("/session").put("type", "realtime").put("model", "gpt-4o-transcribe"))),

    /** The same with a deployment that does not exist (404, chatbox issue 646). */
    GATEWAY_NAMES_NO_DEPLOYMENT(GatewayFault.onBodies(
            body -> body.withObject("/session").put("type", "realtime").put("model", "no-such-deployment")));

    @SuppressWarnings("ImmutableEnumChecker") // a fault has no state
    private final Fault fault;

    SandboxFault(Fault fault) {
        this.fault = fault;
    }

    Fault fault() {
        return fault;
    }
}
