package dev.ephemint.conformance.family;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.check.Findings;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.profile.Feature;
import dev.ephemint.conformance.profile.PlantedKey;
import dev.ephemint.conformance.profile.Profile;

/** OpenAI's error envelope, which the profile may promise. */
final class Envelope {
    private Envelope() {}

    /** Compares the form of an error; only the status if the profile does not promise the envelope. */
    static Findings compare(Findings findings, Profile profile, Message response) {
        findings.that(response.status() >= 400, "status: expected an error, was " + Findings.brief(response));
        if (profile.has(Feature.ERROR_ENVELOPE)) {
            JsonNode error = Findings.json(response).path("error");
            findings.that(error.path("message").isTextual(), "/error/message: expected text, in " + response.body())
                    .that(error.path("type").isTextual(), "/error/type: expected text, in " + response.body())
                    .that(isTextOrNull(error, "param"), "/error/param: expected text or null, in " + response.body())
                    .that(isTextOrNull(error, "code"), "/error/code: expected text or null, in " + response.body());
        }
        return findings;
    }

    private static boolean isTextOrNull(JsonNode error, String member) {
        return error.path(member).isTextual() || error.path(member).isNull();
    }

    /** A positive number of seconds. RFC 9110 also allows a date, which depends on two clocks that agree. */
    static Findings retryAfter(Findings findings, Message response) {
        String value = response.header("retry-after").orElse("(absent)");
        return findings.that(
                value.matches("[1-9][0-9]{0,8}"), "retry-after: expected a number of seconds, was " + value);
    }

    /** No part of the response may contain the vendor's key. */
    static Findings secretFree(Findings findings, Message response) {
        return findings.that(!PlantedKey.isIn(response.body()), "body: contains the vendor's key")
                .that(
                        response.headers().stream().noneMatch(header -> PlantedKey.isIn(header.value())),
                        "headers: contain the vendor's key");
    }
}
