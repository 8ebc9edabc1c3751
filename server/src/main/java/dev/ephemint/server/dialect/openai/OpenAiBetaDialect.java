package dev.ephemint.server.dialect.openai;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.dialect.Dialect;
import dev.ephemint.server.dialect.Endpoint;
import dev.ephemint.server.dialect.NullMembers;
import dev.ephemint.server.dialect.SessionUpdate;
import dev.ephemint.server.dialect.TokenReader;
import dev.ephemint.server.dialect.UnsupportedMembers;
import dev.ephemint.server.dialect.UpstreamCall;
import dev.ephemint.server.dialect.UpstreamReply;
import dev.ephemint.server.mint.DialectName;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintedToken;
import dev.ephemint.server.mint.VendorName;
import dev.ephemint.server.mint.shape.FlatShape;
import java.net.URI;
import java.util.Optional;

/**
 * OpenAI's beta: {@code POST {base}/realtime/transcription_sessions}, flat. Dead at OpenAI since 2026-05-12, alive in
 * compatible servers. {@code client_secret.expires_after} and {@code semantic_vad} were accepted (recorded 2025-07-11).
 */
public record OpenAiBetaDialect(Endpoint endpoint) implements Dialect {

    @Override
    public DialectName name() {
        return DialectName.OPENAI_BETA;
    }

    /** Other servers speak the beta since OpenAI removed it: no fact about OpenAI's models applies to their models. */
    @Override
    public Optional<VendorName> modelVendor() {
        return Optional.empty();
    }

    @Override
    public Optional<URI> modelList() {
        return Optional.of(endpoint.resolve("/models"));
    }

    @Override
    public boolean isFlat() {
        return true;
    }

    @Override
    public Optional<URI> calls() {
        return Optional.of(OpenAiAddresses.calls(endpoint));
    }

    @Override
    public UpstreamCall encode(MintRequest asked) {
        refuseSessionType(asked);
        MintRequest request = NullMembers.FLAT.leaveOut(asked);
        UnsupportedMembers.NEWER_THAN_FLAT.refuse(request);
        UpstreamCall call = new UpstreamCall(
                endpoint.resolve("/realtime/transcription_sessions"), FlatShape.flattenRequest(request.body()));
        return OpenAiCall.withSafetyIdentifier(call, request);
    }

    @Override
    public MintedToken decode(MintRequest request, UpstreamReply reply) {
        return new TokenReader(
                        name(),
                        OpenAiCall.replies(FlatShape::nestError),
                        FlatShape::nestResponse,
                        (asked, response) -> OpenAiAddresses.of(endpoint, asked, response))
                .read(request, reply);
    }

    /** The beta's own event (OpenAI's documentation of mid-2025); its socket refuses the GA event. */
    @Override
    public ObjectNode sessionUpdate(MintRequest request) {
        ObjectNode flat =
                FlatShape.flattenRequest(NullMembers.FLAT.leaveOut(request).body());
        flat.remove("client_secret");
        return SessionUpdate.of("transcription_session.update", flat);
    }
}
