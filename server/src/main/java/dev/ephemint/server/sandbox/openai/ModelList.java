package dev.ephemint.server.sandbox.openai;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.sandbox.wire.HttpEndpoint;
import dev.ephemint.server.sandbox.wire.Json;
import dev.ephemint.server.sandbox.wire.VendorRequest;
import dev.ephemint.server.sandbox.wire.VendorResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * OpenAI's list of models. {@code shutdown_date} was reported on 2026-10-27, its form was not: a day is assumed, and null
 * if there is none.
 *
 * @param rejection the error for a request without the right key
 */
public record ModelList(Function<VendorRequest, Optional<VendorResponse>> rejection, HttpEndpoint rest)
        implements HttpEndpoint {

    public static final String ROUTE = "/v1/models";

    private static final String TRANSCRIPTION_END = "2027-02-26";
    private static final String REALTIME_END = "2027-01-20";

    /** OpenAI's notices of 2026-08-26 and before. */
    private static final Map<String, String> SHUTDOWN_DATES = Map.of(
            "whisper-1", TRANSCRIPTION_END,
            "gpt-4o-transcribe", TRANSCRIPTION_END,
            "gpt-4o-mini-transcribe", TRANSCRIPTION_END,
            "gpt-4o-transcribe-diarize", TRANSCRIPTION_END,
            "gpt-realtime", REALTIME_END,
            "gpt-realtime-mini", REALTIME_END);

    private static final List<String> MODELS = List.of(
            "gpt-4o-mini-transcribe",
            "gpt-4o-transcribe",
            "gpt-4o-transcribe-diarize",
            "gpt-live-transcribe",
            "gpt-realtime",
            "gpt-realtime-1.5",
            "gpt-realtime-mini",
            "gpt-realtime-whisper",
            "gpt-transcribe",
            "whisper-1");

    @Override
    public VendorResponse respond(VendorRequest request) {
        return request.isGetTo(ROUTE)
                ? rejection.apply(request).orElseGet(() -> VendorResponse.prettyJson(200, list()))
                : rest.respond(request);
    }

    private ObjectNode list() {
        ObjectNode list = Json.object().put("object", "list");
        ArrayNode data = list.putArray("data");
        MODELS.forEach(model -> data.addObject()
                .put("id", model)
                .put("object", "model")
                .put("created", 1_700_000_000)
                .put("owned_by", "system")
                .put("shutdown_date", SHUTDOWN_DATES.get(model)));
        return list;
    }

    @Override
    public String toString() {
        return "ModelList[" + rest + "]";
    }
}
