package dev.ephemint.server.sandbox;

/**
 * What can be wrong with a vendor, an account, or something that stands between: each as it was recorded or reported.
 * Those that begin with {@code GATEWAY} spoil a sound request on its way, and the vendor answers as it does to such one.
 */
public enum SandboxFault {
    /** The resource takes Entra tokens only (a public file of 2026, on {@code client_secrets} itself). Azure. */
    KEYS_DISABLED,
    /** Tokens for {@code https://ai.azure.com} are refused, the older audience's are taken (azure-sdk-for-python 40260). */
    OTHER_AUDIENCE,
    /** The token is good and its owner has no role on the resource (Microsoft's troubleshooting of Entra, 2026). */
    NO_ROLE,
    /** The key may not do this ({@code Missing scopes}, openclaw issue 47372). OpenAI. */
    MISSING_SCOPE,
    /** The country is not served (OpenAI's error codes, 2026). OpenAI. */
    UNSUPPORTED_COUNTRY,
    /** Nothing realtime is at this address: {@code services.ai.azure.com} answered 404 on 2026-08-03, body not told. */
    WRONG_HOST,
    /** The beta's routes are gone, as they are at OpenAI since 2026-05-12. {@code openai-beta}. */
    BETA_REMOVED,
    /** Too many requests for now; the realtime mint's own 429 was never recorded, the texts are of other routes. */
    RATE_LIMITED,
    /** No money left (OpenAI's error codes, 2026). OpenAI. */
    QUOTA_EXHAUSTED,
    /** A 503 for want of capacity (OpenAI's error codes, 2026). */
    OVERLOADED,
    /** Every mint is answered with an empty 500. */
    MINT_FAILS,
    /** A mint with a transcription block is answered with an empty 500, one without is not (Microsoft Q&A, 2026-06-02). */
    MINT_FAILS_WITH_BLOCK,
    /** The lifetime that was asked for is not looked at; whether Azure looks at it was never recorded. */
    LIFETIME_IGNORED,
    /** The vendor's clock is five minutes ahead. */
    CLOCK_AHEAD,
    /** A page for people in place of an answer, as captive portals and proxies give. */
    ANSWERS_A_PAGE,
    /** No answer to a mint at all. */
    NO_ANSWER,
    /** The handshake is answered 302 to where nothing is (Microsoft Q&A, 2026-06, when others connected). Azure. */
    SOCKET_REDIRECTS,
    /** A socket takes ephemeral tokens only, and does not take this for one (litellm issue 38635, 2026-08-28). Azure. */
    SOCKET_WANTS_EPHEMERAL,
    /** The gateway knows the mint's path only, and answers 404 to handshakes. */
    GATEWAY_KNOWS_NO_SOCKETS,
    /** Sockets open and close at once with 1011, RFC 6455's code for a fault of the server. */
    SOCKET_BREAKS,
    /** The mint works and the socket opens, then closes for want of credit (four recordings, 2026-09). OpenAI. */
    SOCKET_WITHOUT_CREDIT,
    /** The mint works and the socket opens, then closes with 4004 for the model (a recording, 2026-09). OpenAI. */
    SOCKET_KNOWS_NO_MODEL,
    /** Audio is taken, and nothing is ever transcribed (reported of missing deployments, openai-agents-js issue 297). */
    SILENT,
    /** The model was shut down, as whisper-1 will be on 2027-02-26; what the socket then says was not recorded. OpenAI. */
    MODEL_GONE,
    /** Every transcript fails, without a code (openai-agents-js issue 297). OpenAI. */
    TRANSCRIPTION_FAILS,
    /** The path loses its {@code /v1}, as in litellm issue 24659. */
    GATEWAY_DROPS_V1,
    /** Mints arrive without their key. */
    GATEWAY_DROPS_THE_KEY,
    /** Handshakes arrive as plain GETs, as behind a proxy that is not told of WebSockets (pipecat issue 1167). */
    GATEWAY_DROPS_UPGRADE,
    /** Handshakes arrive with another key than the token. */
    GATEWAY_SWAPS_THE_TOKEN,
    /** Handshakes get an {@code api-version}, which GA answers with 401 (Microsoft's migration guide, 2026). */
    GATEWAY_ADDS_API_VERSION,
    /** Handshakes get {@code OpenAI-Beta: realtime=v1}, as the SDKs of the beta sent it. */
    GATEWAY_ADDS_BETA_HEADER,
    /** Handshakes get a {@code deployment} (400 on 2026-06-12). */
    GATEWAY_ADDS_DEPLOYMENT,
    /** Handshakes ask for a transcription model in place of the intent (400 on 2026-06-10, close 4000 at OpenAI). */
    GATEWAY_NAMES_THE_MODEL,
    /** Handshakes ask for a conversation in place of the intent (Microsoft Q&A, 2026-06). */
    GATEWAY_OPENS_A_CONVERSATION,
    /** The transcription model also stands in {@code session.model} (500 at Azure on 2026-05-11). */
    GATEWAY_ADDS_SESSION_MODEL,
    /** Mints lose their {@code session.type} (400 at Azure on 2026-06-10). */
    GATEWAY_DROPS_SESSION_TYPE,
    /** Mints become those of a conversation with the transcription deployment as its model (400 on 2026-03-19). */
    GATEWAY_MINTS_A_CONVERSATION,
    /** The same with a deployment that does not exist (404, chatbox issue 646). */
    GATEWAY_NAMES_NO_DEPLOYMENT
}
