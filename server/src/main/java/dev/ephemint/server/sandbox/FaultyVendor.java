package dev.ephemint.server.sandbox;

import static dev.ephemint.server.sandbox.SandboxFault.ANSWERS_A_PAGE;
import static dev.ephemint.server.sandbox.SandboxFault.CLOCK_AHEAD;
import static dev.ephemint.server.sandbox.SandboxFault.MINT_FAILS;
import static dev.ephemint.server.sandbox.SandboxFault.MINT_FAILS_WITH_BLOCK;
import static dev.ephemint.server.sandbox.SandboxFault.MISSING_SCOPE;
import static dev.ephemint.server.sandbox.SandboxFault.NO_ANSWER;
import static dev.ephemint.server.sandbox.SandboxFault.OVERLOADED;
import static dev.ephemint.server.sandbox.SandboxFault.QUOTA_EXHAUSTED;
import static dev.ephemint.server.sandbox.SandboxFault.RATE_LIMITED;
import static dev.ephemint.server.sandbox.SandboxFault.UNSUPPORTED_COUNTRY;
import static dev.ephemint.server.sandbox.SandboxFault.WRONG_HOST;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A vendor with a fault that shows in its answers, whatever is asked. */
record FaultyVendor(SandboxOptions options, Vendor behind) implements Vendor {

    /** OpenAI's texts as its error codes have them (2026); its type for a missing scope was not told. */
    private static final Map<SandboxFault, Answer> OPENAI = Map.of(
            MISSING_SCOPE,
            error(
                    401,
                    "invalid_request_error",
                    null,
                    "You have insufficient permissions for this operation. Missing scopes: api.model.request."),
            UNSUPPORTED_COUNTRY,
            error(
                    403,
                    "request_forbidden",
                    "unsupported_country_region_territory",
                    "Country, region, or territory not supported"),
            RATE_LIMITED,
            error(429, "requests", "rate_limit_exceeded", "Rate limit reached.").with("retry-after", "20"),
            QUOTA_EXHAUSTED,
            error(429, "insufficient_quota", "insufficient_quota", "You exceeded your current quota."));

    /** Of Azure's chat route (TinyLLM issue 17), with its 86400 seconds; the header is Microsoft's guide of 2026-09-20. */
    private static final Answer AZURE_RATE_LIMITED = AzureDoor.error(
                    429,
                    "429",
                    "Requests to the Realtime Operation under Azure OpenAI API version v1 have exceeded token rate limit"
                            + " of your current S0 pricing tier. Please retry after 86400 seconds.")
            .with("retry-after-ms", "20000");

    private static final Map<SandboxFault, Answer> EVERYWHERE = Map.of(
            WRONG_HOST, Answer.empty(404),
            MINT_FAILS, Answer.empty(500),
            OVERLOADED,
                    error(503, "service_unavailable_error", "server_is_overloaded", "The server is overloaded.")
                            .with("retry-after", "2"),
            NO_ANSWER, Answer.NEVER,
            ANSWERS_A_PAGE,
                    new Answer(200, Map.of("content-type", "text/html"), "<html><body>Please sign in</body></html>"));

    @Override
    public Answer answer(Inquiry inquiry) {
        Answer answer = faults(inquiry).orElseGet(() -> behind.answer(inquiry));
        return options.has(CLOCK_AHEAD) ? answer.with("date", now()) : answer;
    }

    private Optional<Answer> faults(Inquiry inquiry) {
        if (options.has(MINT_FAILS_WITH_BLOCK) && hasBlock(inquiry)) {
            return Optional.of(Answer.empty(500));
        }
        if (options.dialect().startsWith("azure")) {
            return options.has(RATE_LIMITED) ? Optional.of(AZURE_RATE_LIMITED) : of(EVERYWHERE);
        }
        return of(OPENAI).or(() -> of(EVERYWHERE));
    }

    private Optional<Answer> of(Map<SandboxFault, Answer> answers) {
        return options.faults().stream()
                .filter(answers::containsKey)
                .findFirst()
                .map(answers::get);
    }

    private static boolean hasBlock(Inquiry inquiry) {
        try {
            ObjectNode body = inquiry.json();
            return body.at("/session/audio/input/transcription").isObject()
                    || body.path("input_audio_transcription").isObject();
        } catch (RefusedException unreadable) {
            return false;
        }
    }

    private String now() {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                options.clock().instant().atOffset(ZoneOffset.UTC));
    }

    private static Answer error(int status, String type, @Nullable String code, String message) {
        ObjectNode error =
                Json.object().put("message", message).put("type", type).putNull("param");
        return Answer.prettyJson(status, Json.object().setAll(Map.of("error", error.put("code", code))));
    }
}
