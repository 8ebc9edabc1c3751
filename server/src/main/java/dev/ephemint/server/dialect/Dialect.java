package dev.ephemint.server.dialect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.mint.Constraint.Enforcer;
import dev.ephemint.server.mint.DialectName;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintedToken;
import dev.ephemint.server.mint.VendorName;
import dev.ephemint.server.mint.shape.FlatShape;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Translates between a mint request and one vendor's wire format, and states what that vendor can do. Pure: no I/O, no
 * clock, no configuration look-up, no credential.
 */
public interface Dialect {

    DialectName name();

    /** The vendor whose models are behind the upstream: model rules about it apply. Empty if that is unknown. */
    Optional<VendorName> modelVendor();

    /** Model name to deployment name; empty if the vendor serves models by their own names. */
    default Map<String, String> modelDeployments() {
        return Map.of();
    }

    /** Whether the wire format is the flat one of the beta, which has transcription sessions only. */
    default boolean isFlat() {
        return false;
    }

    /** Whether a request can set the token's lifetime. */
    default boolean acceptsLifetime() {
        return name().acceptsLifetime();
    }

    /**
     * Who enforces what the mint set. The vendor enforces the lifetime, for connecting only: an open session continues. The
     * session is a default that the client can change after connecting. Source: OpenAI's published specification of client
     * secrets, 2026-08-21. Azure's GA serves the same shape. For the flat dialects no source says otherwise, and their
     * clients send {@code transcription_session.update}.
     *
     * @param param a path in the nested shape
     */
    default Enforcer enforcer(String param) {
        return param.startsWith("expires_after") ? Enforcer.VENDOR : Enforcer.NONE;
    }

    /** Whether the mint fails with 500 on a transcription block that the socket accepts. */
    default boolean failsOnTranscriptionBlock() {
        return false;
    }

    /** Whether the mint fails with 500, without a reason, on a member that the vendor does not know. */
    default boolean failsOnUnknownMember() {
        return false;
    }

    /** Address of the vendor's list of models by name; empty if there is none. */
    default Optional<URI> modelList() {
        return Optional.empty();
    }

    /** Where offers of WebRTC calls are posted; empty if the vendor has no calls. */
    default Optional<URI> calls() {
        return Optional.empty();
    }

    /**
     * Rejects a session type that this vendor does not mint, before anything else is checked. The flat shape has
     * transcription sessions only.
     *
     * @throws dev.ephemint.server.mint.MintFailedException naming {@code session.type}
     */
    default void refuseSessionType(MintRequest request) {
        if (isFlat()) {
            FlatShape.requireTranscription(request.at("/session"));
        }
    }

    /**
     * The vendor's call for a request.
     *
     * @throws dev.ephemint.server.mint.MintFailedException if this dialect cannot express the request
     */
    UpstreamCall encode(MintRequest request);

    /**
     * The token in a vendor's reply to that request.
     *
     * @throws dev.ephemint.server.mint.MintFailedException if the reply holds none
     */
    MintedToken decode(MintRequest request, UpstreamReply reply);

    /** The client event that configures a session as requested, in the vendor's own member names. */
    default ObjectNode sessionUpdate(MintRequest request) {
        return SessionUpdate.of("session.update", request.at("/session"));
    }
}
