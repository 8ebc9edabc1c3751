package dev.ephemint.server.policy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure.InvalidRequest;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintWarning;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Refuses before a mint what the vendor is known to refuse, in the vendor's own words, and warns of a model that is
 * about to be shut down.
 *
 * @param notice how long before its retirement a model gets a warning
 */
public record ModelPolicy(ModelRules rules, Clock clock, Period notice) implements Policy {

    private static final String SESSION_MODEL = "session.model";
    private static final String TRANSCRIPTION_MODEL = "session.audio.input.transcription.model";

    @Override
    public Mint around(Mint next) {
        return request -> {
            refuseTranscriptionModelAsSessionModel(request);
            refuseMembers(request);
            MintRequest checked = warnOfRetirement(request, request.transcriptionModel(), TRANSCRIPTION_MODEL);
            return next.mint(warnOfRetirement(checked, request.sessionModel(), SESSION_MODEL));
        };
    }

    /** Azure answers 400 OpperationNotSupported (2026-05-11), OpenAI closes the socket with invalid_model (2026-09). */
    private void refuseTranscriptionModelAsSessionModel(MintRequest request) {
        if (request.isTranscription()) {
            return;
        }
        rules.of(request.sessionModel()).filter(ModelRule::transcribes).ifPresent(rule -> {
            throw new MintFailedException(new InvalidRequest(
                    SESSION_MODEL,
                    "invalid_model",
                    "Model \"" + rule.model() + "\" is not supported in realtime mode. It belongs in '"
                            + TRANSCRIPTION_MODEL + "'."));
        });
    }

    /** Realtime sessions mint with these members (recorded 2026-07-24), so the refusals are for transcription only. */
    private void refuseMembers(MintRequest request) {
        if (!request.isTranscription()) {
            return;
        }
        rules.of(request.transcriptionModel()).stream()
                .flatMap(rule -> rule.refuses().stream())
                .filter(refusal -> isSet(request, refusal.param()))
                .findFirst()
                .ifPresent(refusal -> {
                    throw new MintFailedException(
                            new InvalidRequest(refusal.param(), refusal.code(), refusal.message()));
                });
    }

    private static boolean isSet(MintRequest request, String param) {
        JsonNode member = request.at("/" + param.replace('.', '/'));
        return !member.isMissingNode() && !member.isNull();
    }

    private MintRequest warnOfRetirement(MintRequest request, Optional<String> model, String param) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return rules.of(model)
                .filter(rule -> rule.retires() != null && !today.plus(notice).isBefore(rule.retires()))
                .map(rule -> request.withWarning(new MintWarning(
                        "model_retirement",
                        "The vendor shuts '" + rule.model() + "' down on " + rule.retires() + ".",
                        param)))
                .orElse(request);
    }
}
