package dev.ephemint.conformance.wrong;

import dev.ephemint.conformance.gateway.Target;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.profile.PlantedKey;
import dev.ephemint.conformance.profile.Profile;
import dev.ephemint.conformance.vendor.ScriptedVendor;
import java.io.IOException;
import java.util.Optional;

/** A gateway that is wrong in everything: there is no check that each of these passes. */
record NonsenseTarget(Profile profile, ScriptedVendor kitVendor, Kind kind) implements Target {
    private static final String RETIRED = "POST /v1/realtime/transcription_sessions";

    enum Kind {
        /** Returns 200 without a call of the vendor; the expiry is a text, and too late. */
        SILENT,
        /** Sends each request twice, to a path that is gone, with all headers of the caller; returns the vendor's key. */
        FORWARDS_ALL,
        /** Returns a redirect. */
        REDIRECTS
    }

    @Override
    public Optional<ScriptedVendor> vendor() {
        return Optional.of(kitVendor);
    }

    @Override
    public Message call(Message request) {
        return switch (kind) {
            case SILENT -> Message.response(200, "{\"expires_at\":\"4102444800\"}");
            case FORWARDS_ALL -> {
                send(request);
                send(request);
                yield Message.response(200, "{\"value\":\"" + PlantedKey.VALUE + "\"}");
            }
            case REDIRECTS -> {
                send(request);
                yield Message.response(302, "").with("location", "http://127.0.0.1/");
            }
        };
    }

    private void send(Message request) {
        try {
            HalfClosingClient.call(kitVendor.uri(), new Message(RETIRED, request.headers(), ""));
        } catch (IOException broken) {
            // As the script says. The request has arrived.
            return;
        }
    }
}
