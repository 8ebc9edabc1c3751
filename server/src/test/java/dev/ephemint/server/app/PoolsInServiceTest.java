package dev.ephemint.server.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ephemint.server.http.LocalEdge.LocalResponse;
import dev.ephemint.server.policy.NamedPolicy;
import dev.ephemint.server.policy.Policy;
import dev.ephemint.server.policy.model.ModelRules;
import dev.ephemint.server.pool.PoolWatch;
import dev.ephemint.server.settings.BadSettingsException;
import dev.ephemint.server.settings.Settings;
import dev.ephemint.server.settings.reader.LiveSections;
import dev.ephemint.server.settings.reader.SettingsReader;
import dev.ephemint.server.settings.reader.Sources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pools in the whole service, from the configuration to the response. */
@Timeout(60)
final class PoolsInServiceTest {

    private static final String ASKED =
            "{'session':{'type':'transcription','audio':{'input':{'transcription':{'model':'gpt-4o-transcribe'}}}}}";
    private static final String POOL =
            "{captions: {policy: anonymous, size: 2, request: {session: {type: transcription,"
                    + " audio: {input: {transcription: {model: gpt-4o-transcribe}}}}}}}";
    private static final String POLICY =
            "{anonymous: {lifetime: {max-seconds: 300, default-seconds: 120}, limits: {caller: {windows:"
                    + " [{requests: 3, per: 1h}]}}, members:"
                    + " {session.audio.input.transcription.language: {constant: de}}}}";
    private static final Map<String, String> GIVEN = Map.of("policies", POLICY, "pools", POOL);

    @Test
    void aMintFromThePoolDoesNotWaitForTheVendor() throws Exception {
        try (PooledService service = new PooledService(GIVEN, 2)) {
            service.vendorResponds(2);
            service.awaitRefills();

            // From here on the vendor responds to no call.
            LocalResponse first = service.post(ASKED);
            LocalResponse second = service.post(ASKED);

            assertThat(List.of(first.status(), second.status())).containsOnly(200);
            assertThat(List.of(value(first), value(second))).containsExactlyInAnyOrder("ek_0_example", "ek_1_example");
        }
    }

    @Test
    void theVendorWasAskedForExactlyWhatThePolicyMakesOfTheRequest() throws Exception {
        try (PooledService service = new PooledService(GIVEN, 2)) {
            service.vendorResponds(2);
            service.awaitRefills();

            assertThat(service.calls.get(0).body().toString())
                    .isEqualTo(service.calls.get(1).body().toString())
                    .contains("\"language\":\"de\"", "\"seconds\":120");
            assertThat(service.calls.get(0).headers()).doesNotContainKey("openai-safety-identifier");
        }
    }

    @Test
    void aTokenFromThePoolCountsInTheLimitsAndSaysWhatItIsBoundTo() throws Exception {
        try (PooledService service = new PooledService(GIVEN, 2)) {
            service.vendorResponds(1_000);
            service.awaitRefills();

            List<LocalResponse> responses = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                responses.add(service.post(ASKED));
            }

            assertThat(responses).extracting(LocalResponse::status).containsExactly(200, 200, 200, 429);
            assertThat(responses.get(0).body().at("/connect/constraints").toString())
                    .contains("session.audio.input.transcription.language", "expires_after.seconds");
        }
    }

    @Test
    void anotherRequestAsksTheVendor() throws Exception {
        try (PooledService service = new PooledService(GIVEN, 2)) {
            service.vendorResponds(3);
            service.awaitRefills();

            LocalResponse other = service.post(ASKED.replace("'model'", "'prompt':'menu','model'"));

            assertThat(value(other)).isEqualTo("ek_2_example");
            assertThat(service.calls.get(2).body().toString()).contains("menu");
        }
    }

    @Test
    void standsBehindAdmissionAndBeforeEverythingThatTheVendorNeeds() {
        assertThat(application(GIVEN).servicePolicies(Policy.none(), Policy.none()))
                .extracting(NamedPolicy::name)
                .containsExactly(
                        "audit",
                        "sandbox",
                        "expired",
                        "caller",
                        "upstream",
                        "admission",
                        "pool",
                        "placement",
                        "model rules",
                        "expiry",
                        "unknown",
                        "defer");
    }

    @Test
    void withoutPoolsThereIsNothing() {
        Policy pools = application(Map.of()).pools(new Closer(), PoolWatch.NONE);

        assertThat(pools.getClass()).isEqualTo(Policy.none().getClass());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{a: {size: 0, request: {session: {type: transcription}}}} | pools.a.size",
                "{a: {size: 1}} | pools.a.request",
                "{A B: {size: 1, request: {session: {type: transcription}}}} | pools",
                "{a: {size: 1, max-age: 5, request: {session: {type: transcription}}}} | pools.a.max-age",
                "{a: {size: 1, request: {session: {type: 5}}}} | pools.a.request",
                "{a: {size: 1, policy: other, request: {session: {type: transcription}}}} | pools.a.policy: policies has no other",
                "{a: {size: 1, policy: anonymous, request: {session: {type: transcription, audio: {input: {transcription:"
                        + " {model: m, language: en}}}}}}} | pools.a.request: ",
            })
    void aPoolThatCannotWorkStopsTheStart(String pools, String problem) {
        assertThatThrownBy(() ->
                        application(Map.of("policies", POLICY, "pools", pools)).pools(new Closer(), PoolWatch.NONE))
                .isInstanceOfSatisfying(BadSettingsException.class, failed -> assertThat(failed.problems())
                        .anyMatch(found -> found.startsWith(problem)));
    }

    @Test
    void aChangedSectionIsRefusedUntilARestart(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("a.yaml"), "pools: {}\npolicies: " + POLICY);
        Settings settings = SettingsReader.read(Sources.ofProcess(Optional.of(file), false));
        AtomicLong time = new AtomicLong();
        LiveSections sections = new LiveSections(settings.sections(), time::get);
        Application application = new Application(
                settings, sections, List.of(Upstream.example(settings)), ModelRules.builtIn(), PooledService.CLOCK);
        application.pools(new Closer(), PoolWatch.NONE);
        var names = sections.read(now -> now.policies().size());

        Files.writeString(file, "policies: {anonymous: {}, other: {}}\npools: " + POOL);
        time.addAndGet(Duration.ofSeconds(2).toNanos());
        assertThat(names.get()).isEqualTo(1);

        Files.writeString(file, "policies: {anonymous: {}, other: {}}\npools: {}");
        time.addAndGet(Duration.ofSeconds(2).toNanos());
        assertThat(names.get()).isEqualTo(2);
    }

    private static Application application(Map<String, String> given) {
        Settings settings = SettingsReader.read(Sources.of(given));
        return new Application(settings, Upstream.example(settings), ModelRules.builtIn(), PooledService.CLOCK);
    }

    private static String value(LocalResponse response) {
        return response.body().path("value").asText();
    }
}
