package dev.ephemint.server.dialect.azure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.dialect.Endpoint;
import dev.ephemint.server.dialect.NullMembers;
import dev.ephemint.server.dialect.SessionUpdate;
import dev.ephemint.server.dialect.TokenReader;
import dev.ephemint.server.dialect.UnsupportedMembers;
import dev.ephemint.server.dialect.UpstreamCall;
import dev.ephemint.server.dialect.UpstreamReply;
import dev.ephemint.server.mint.Connection.Addresses;
import dev.ephemint.server.mint.DialectName;
import dev.ephemint.server.mint.MintFailure.InvalidRequest;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintWarning;
import dev.ephemint.server.mint.MintedToken;
import dev.ephemint.server.mint.shape.FlatShape;
import java.util.List;
import java.util.Optional;

/**
 * Azure's preview: {@code POST {resource}/openai/realtimeapi/transcription_sessions?api-version=...}, flat. Deprecated
 * on 2026-04-30, still minting on 2026-06-05 (recorded).
 */
public record AzurePreviewDialect(Endpoint resource, Deployments deployments, String apiVersion)
        implements AzureOpenAi {

    private static final UnsupportedMembers NO_LIFETIME = new UnsupportedMembers(List.of("expires_after"));

    private static final MintWarning DEPRECATED = new MintWarning(
            "deprecated_upstream",
            "Azure deprecated this preview on 2026-04-30; its socket has responded with 302 to a path that does not exist"
                    + " (recorded 2026-06). Use the azure dialect.",
            null);

    @Override
    public DialectName name() {
        return DialectName.AZURE_PREVIEW;
    }

    @Override
    public boolean isFlat() {
        return true;
    }

    @Override
    public UpstreamCall encode(MintRequest asked) {
        refuseSessionType(asked);
        MintRequest request = NullMembers.FLAT.leaveOut(asked);
        NO_LIFETIME.refuse(request);
        UnsupportedMembers.NEWER_THAN_FLAT.refuse(request);
        refuseSemanticVad(request);
        ObjectNode flat = FlatShape.flattenRequest(deployments.deploy(request));
        return new UpstreamCall(
                resource.resolve("/openai/realtimeapi/transcription_sessions?api-version=" + apiVersion), flat);
    }

    @Override
    public MintedToken decode(MintRequest request, UpstreamReply reply) {
        return new TokenReader(
                        name(),
                        AzureErrors.flatReplies(request),
                        response -> deployments.undeploy(request, FlatShape.nestResponse(response)),
                        (asked, response) -> addresses())
                .read(request.withWarning(DEPRECATED), reply);
    }

    /**
     * Without {@code deployment}: with it, the handshake got 400 (recorded 2026-06-12). Its calls go to regional hosts that
     * cannot be derived from the resource's address.
     */
    private Addresses addresses() {
        String path = "/openai/realtime?api-version=" + apiVersion + "&intent=transcription";
        return new Addresses(resource.socket(path), false, Optional.empty());
    }

    /** The preview's own event; the GA event gets {@code unknown_parameter} there (reported 2026). */
    @Override
    public ObjectNode sessionUpdate(MintRequest request) {
        ObjectNode flat = FlatShape.flattenRequest(deployments.deploy(NullMembers.FLAT.leaveOut(request)));
        flat.remove("client_secret");
        return SessionUpdate.of("transcription_session.update", flat);
    }

    /** Azure's preview rejected it (livekit/agents 2041). */
    private static void refuseSemanticVad(MintRequest request) {
        String type = "session.audio.input.turn_detection.type";
        if (request.at("/session/audio/input/turn_detection/type").asText("").equals("semantic_vad")) {
            throw InvalidRequest.unsupported(type);
        }
    }
}
