package dev.ephemint.server.sandbox.azure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.sandbox.session.GaMint;
import dev.ephemint.server.sandbox.session.VendorModels;
import dev.ephemint.server.sandbox.shape.GaShapes;
import dev.ephemint.server.sandbox.wire.HttpEndpoint;
import dev.ephemint.server.sandbox.wire.OpenAiErrorResponses;
import dev.ephemint.server.sandbox.wire.RejectedException;
import dev.ephemint.server.sandbox.wire.VendorRequest;
import dev.ephemint.server.sandbox.wire.VendorResponse;
import java.util.Optional;
import java.util.Set;

/** Azure OpenAI's GA route, {@code /openai/v1}. */
record AzureGa(AzureAccess access, SandboxDeployments deployments, GaMint mint) implements HttpEndpoint {

    private static final String ROUTE = "/openai/v1/realtime/client_secrets";

    /** An unknown sub-route for which Azure reports a missing deployment (recorded 2026-06-10). */
    private static final String TRANSLATIONS = "/openai/v1/realtime/translations/client_secrets";

    private static final Set<String> SESSION_TYPES = Set.of("realtime", "transcription");

    /** The codes for wrong members, in OpenAI's vocabulary. */
    private static final Set<String> SHAPE_FAULTS =
            Set.of("unknown_parameter", "missing_required_parameter", "invalid_type");

    @Override
    public VendorResponse respond(VendorRequest request) {
        if (request.isPostTo(TRANSLATIONS)) {
            return AzureErrorResponses.noDeployment();
        }
        if (request.isGetTo(AzureSocket.ROUTE)) {
            return AzureErrorResponses.notUpgraded();
        }
        if (!request.isPostTo(ROUTE)) {
            return AzureErrorResponses.notFound();
        }
        // Microsoft's migration guide, 2026-07-29: an api-version on the GA address results in 401.
        return request.query().containsKey("api-version")
                ? AzureErrorResponses.unauthorized()
                : access.rejection(request).orElseGet(() -> checked(request));
    }

    private VendorResponse checked(VendorRequest request) {
        try {
            ObjectNode body = request.json();
            return rejection(body.path("session")).orElseGet(() -> minted(body));
        } catch (RejectedException rejected) {
            return OpenAiErrorResponses.rejection(400, rejected);
        }
    }

    private Optional<VendorResponse> rejection(JsonNode session) {
        String type = session.path("type").asText();
        if (!SESSION_TYPES.contains(type)) {
            // Recorded 2026-06-10, the code only.
            return Optional.of(
                    AzureErrorResponses.error(400, "InvalidSessionType", "The session type is not supported."));
        }
        return type.equals("realtime") ? rejectionOfModel(session.path("model").asText()) : Optional.empty();
    }

    /** The misspelling is Azure's (recorded 2026-03-19). A transcription deployment is not checked before audio arrives (P3). */
    private Optional<VendorResponse> rejectionOfModel(String model) {
        return switch (deployments.kind(model)) {
            case REALTIME -> Optional.empty();
            case TRANSCRIPTION ->
                Optional.of(AzureErrorResponses.error(
                        400,
                        "OpperationNotSupported",
                        "The realtime operation does not work with the specified model."));
            case NONE -> Optional.of(AzureErrorResponses.noDeployment());
        };
    }

    /**
     * Recorded are two faults of shape, {@code session.model} of a transcription session (2026-05-11) and the flat
     * {@code input_audio_transcription} (2026-06-02), both rejected with an empty 500; that every wrong
     * member is, is inferred from them. Limits are rejected as OpenAI does, which is not recorded for the mint.
     */
    private VendorResponse minted(ObjectNode body) {
        try {
            GaShapes.REQUEST.check("", body);
            if (body.at("/session/audio/input/transcription").has("delay")) {
                throw RejectedException.unknown(VendorModels.PATH + "delay");
            }
        } catch (RejectedException rejected) {
            if (SHAPE_FAULTS.contains(rejected.code())) {
                return VendorResponse.empty(500);
            }
            throw rejected;
        }
        ObjectNode response = mint.mint(body);
        return VendorResponse.json(
                        200, body.at("/session/type").asText().equals("realtime") ? response : terse(response))
                .with("openai-processing-ms", "1")
                .with("openai-version", "2020-10-01");
    }

    /** A transcription session as recorded on 2026-05-11: of the nulls, {@code language} only. */
    private static ObjectNode terse(ObjectNode response) {
        response.withObject("/session").remove("expires_at");
        removeNull(response.at("/session"), "include");
        removeNull(response.at("/session/audio/input"), "transcription");
        removeNull(response.at("/session/audio/input"), "noise_reduction");
        removeNull(response.at("/session/audio/input/transcription"), "prompt");
        return response;
    }

    private static void removeNull(JsonNode node, String name) {
        if (node instanceof ObjectNode object && object.path(name).isNull()) {
            object.remove(name);
        }
    }
}
