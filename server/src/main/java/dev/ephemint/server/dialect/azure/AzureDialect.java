package dev.ephemint.server.dialect.azure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.dialect.Endpoint;
import dev.ephemint.server.dialect.NullMembers;
import dev.ephemint.server.dialect.SocketQuery;
import dev.ephemint.server.dialect.TokenReader;
import dev.ephemint.server.dialect.UpstreamCall;
import dev.ephemint.server.dialect.UpstreamReply;
import dev.ephemint.server.mint.Connection.Addresses;
import dev.ephemint.server.mint.DialectName;
import dev.ephemint.server.mint.MintFailure.InvalidRequest;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintedToken;
import java.net.URI;
import java.util.Optional;

/**
 * Azure GA: {@code POST {resource}/openai/v1/realtime/client_secrets}, nested, with deployment names and without
 * {@code api-version}.
 */
public record AzureDialect(Endpoint resource, Deployments deployments) implements AzureOpenAi {

    private static final String REALTIME = "/openai/v1/realtime";

    @Override
    public DialectName name() {
        return DialectName.AZURE;
    }

    /** Microsoft Q&A 5908916, 2026-06-02: 500 with the block, 200 without it. */
    @Override
    public boolean failsOnTranscriptionBlock() {
        return true;
    }

    @Override
    public Optional<URI> calls() {
        return Optional.of(resource.resolve(REALTIME + "/calls"));
    }

    @Override
    public UpstreamCall encode(MintRequest request) {
        rejectShapesThatFailAtAzure(request);
        return new UpstreamCall(
                resource.resolve(REALTIME + "/client_secrets"), deployments.deploy(NullMembers.ALL.leaveOut(request)));
    }

    @Override
    public MintedToken decode(MintRequest request, UpstreamReply reply) {
        return new TokenReader(
                        name(),
                        AzureErrors.replies(request),
                        response -> deployments.undeploy(request, response),
                        this::addresses)
                .read(request, reply);
    }

    /**
     * A browser's socket is unproven: a key offered as a subprotocol got 401 (2026-06-10). A call takes an ephemeral key
     * only (recorded 2026-07-24).
     */
    private Addresses addresses(MintRequest request, ObjectNode response) {
        MintRequest deployed = request.withBody(deployments.deploy(request));
        return new Addresses(resource.socket(REALTIME + SocketQuery.of(deployed, response)), false, calls());
    }

    @Override
    public ObjectNode sessionUpdate(MintRequest request) {
        return AzureOpenAi.super.sessionUpdate(request.withBody(deployments.deploy(NullMembers.ALL.leaveOut(request))));
    }

    /**
     * Two shape faults that fail at Azure with an unexplained 500: a transcription deployment in {@code session.model}
     * (recorded 2026-05-11), and the flat shape's members in a nested session (reported 2026-06-02).
     */
    private static void rejectShapesThatFailAtAzure(MintRequest request) {
        if (request.isTranscription() && request.at("/session").has("model")) {
            throw InvalidRequest.unknown("session.model");
        }
        request.at("/session").fieldNames().forEachRemaining(name -> {
            if (name.startsWith("input_audio_")) {
                throw InvalidRequest.unknown("session." + name);
            }
        });
    }
}
