package dev.ephemint.conformance.vendor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.json.ExactJson;
import java.time.Clock;

/** A vendor that mints each request for its shape, and echoes the session exactly. On any other path it has nothing. */
public final class MintingReaction {
    private static final int DEFAULT_SECONDS = 600;
    private static final int LONGEST_SECONDS = 7200;

    private static final String NOT_JSON =
            "{\"error\":{\"message\":\"We could not parse the JSON body of your request.\","
                    + "\"type\":\"invalid_request_error\",\"param\":null,\"code\":null}}";

    /** OpenAI on its retired path (2026-08, reported); the path is left out. */
    private static final String UNKNOWN_PATH =
            "{\"error\":{\"message\":\"Invalid URL\",\"type\":\"invalid_request_error\",\"param\":null,\"code\":null}}";

    private final boolean flat;
    private final Clock clock;

    private MintingReaction(boolean flat, Clock clock) {
        this.flat = flat;
        this.clock = clock;
    }

    /** @param flat whether the vendor's shape is flat */
    public static VendorReaction of(boolean flat) {
        MintingReaction minting = new MintingReaction(flat, Clock.systemUTC());
        return (request, socket) ->
                VendorReaction.response(minting.response(request)).on(request, socket);
    }

    private Message response(Message request) {
        String path = request.target().replaceFirst("\\?.*", "");
        if (!path.endsWith(flat ? "/transcription_sessions" : "/client_secrets")) {
            return Message.response(404, UNKNOWN_PATH).with("content-type", "application/json");
        }
        JsonNode sent;
        try {
            sent = ExactJson.parse(request.body().isEmpty() ? "{}" : request.body());
        } catch (IllegalArgumentException e) {
            return Message.response(400, NOT_JSON).with("content-type", "application/json");
        }
        ObjectNode minted = flat ? flat(sent) : nested(sent);
        return Message.response(200, ExactJson.write(minted))
                .with("content-type", "application/json")
                .with("x-request-id", "req_kit_vendor");
    }

    private ObjectNode nested(JsonNode sent) {
        ObjectNode minted = secret(sent.path("expires_after"));
        minted.set("session", session(sent.path("session")));
        return minted;
    }

    private ObjectNode flat(JsonNode sent) {
        ObjectNode minted = session(sent);
        minted.set("client_secret", secret(sent.at("/client_secret/expires_after")));
        return minted;
    }

    private static ObjectNode session(JsonNode sent) {
        ObjectNode session = JsonNodeFactory.instance.objectNode();
        sent.properties().forEach(member -> session.set(member.getKey(), member.getValue()));
        String kind =
                sent.path("type").asText().equals("realtime") ? "realtime.session" : "realtime.transcription_session";
        return session.put("id", "sess_kit").put("object", kind).put("expires_at", 0);
    }

    private ObjectNode secret(JsonNode expiresAfter) {
        int seconds = expiresAfter.path("seconds").asInt(DEFAULT_SECONDS);
        long expires = clock.instant().getEpochSecond() + Math.min(seconds, LONGEST_SECONDS);
        return JsonNodeFactory.instance
                .objectNode()
                .put("value", "ek_tape_kit_minted")
                .put("expires_at", expires);
    }
}
