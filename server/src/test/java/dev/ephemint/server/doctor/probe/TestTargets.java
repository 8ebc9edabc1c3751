package dev.ephemint.server.doctor.probe;

import dev.ephemint.server.credential.ApiKey;
import dev.ephemint.server.dialect.Endpoint;
import dev.ephemint.server.dialect.openai.OpenAiDialect;
import dev.ephemint.server.dialect.openai.OpenAiEndpoint;
import dev.ephemint.server.mint.Secret;
import java.time.Period;
import java.util.Optional;

/** Targets for tests that script the vendor's responses. */
final class TestTargets {

    private TestTargets() {}

    static Target ofOpenAi() {
        Endpoint endpoint = OpenAiEndpoint.of("http://127.0.0.1:9/v1");
        return new Target(
                endpoint,
                false,
                new OpenAiDialect(endpoint),
                ApiKey.openAi(new Secret("sk-planted-0123456789"), Optional.empty(), Optional.empty()),
                false,
                Period.ofDays(180),
                Target.request("gpt-live-transcribe", true));
    }
}
