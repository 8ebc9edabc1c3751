package dev.ephemint.server.app.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.Fixtures;
import dev.ephemint.server.app.policy.HostileRequests;
import dev.ephemint.server.app.route.RoutedFacade.Sent;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No request leaves for an upstream outside its caller's policy, or with a model that the upstream does not allow: in either
 * shape, hostile or not, at the first upstream and after a fallback.
 */
final class RoutePropertyTest {

    private static final long SEED = 20_261_126;
    private static final int REQUESTS = 300;

    /** Until one of them is outside. */
    private static final int MOST_REQUESTS = 2000;

    private static final String MODELS = """
            azure: {dialect: azure, deployments: {gpt-live-transcribe: ears, evil: mouth, gpt-realtime: voice},
                    models: [gpt-live-transcribe, gpt-realtime]}
            openai: {dialect: openai, model-names: {ears: whisper-1, evil: gpt-realtime-2}, models: [whisper-1, gpt-realtime]}
            beta: {dialect: openai-beta, models: ['*-transcribe']}
            forbidden: {dialect: openai}
            """;

    private static final String ANY_MODEL = MODELS.replaceAll("models: \\[[^]]*]", "models: ['*']");
    private static final String ROUTES = "[{models: ['whisper-*', ears], upstreams: [openai, forbidden, azure]}]";
    private static final String POLICY = "{anonymous: {unknown-members: allow, upstreams: [beta, azure, openai]}}";
    private static final String ANY_UPSTREAM = "{anonymous: {unknown-members: allow}}";

    /** What may run where, by the vendor's name; nothing may run elsewhere. */
    private static final Map<String, Set<String>> ALLOWED = Map.of(
            "azure", Set.of("gpt-live-transcribe", "gpt-realtime"),
            "openai", Set.of("whisper-1", "gpt-realtime"),
            "beta", Set.of("gpt-live-transcribe"));

    private static final Map<String, String> AT_AZURE =
            Map.of("ears", "gpt-live-transcribe", "mouth", "evil", "voice", "gpt-realtime");

    @ParameterizedTest
    @ValueSource(strings = {ROUTES, "[]"})
    void nothingLeavesOutsideItsRoute(String routes) throws Exception {
        Tally tally = run(Map.of("upstreams", MODELS, "policies", POLICY, "routes", routes), REQUESTS);

        assertThat(tally.outside).isEmpty();
        assertThat(tally.upstreams).as("or the test proves nothing").containsOnlyKeys(ALLOWED.keySet());
        assertThat(tally.upstreams.values()).allMatch(number -> number > 10);
    }

    @Test
    void findsARequestForAnUpstreamThatNoPolicyForbids() throws Exception {
        assertThat(run(Map.of("upstreams", MODELS, "policies", ANY_UPSTREAM), MOST_REQUESTS).outside)
                .isNotEmpty();
    }

    @Test
    void findsARequestWithAModelThatNoUpstreamForbids() throws Exception {
        assertThat(run(Map.of("upstreams", ANY_MODEL, "policies", POLICY), MOST_REQUESTS).outside)
                .isNotEmpty();
    }

    private static Tally run(Map<String, String> sections, int requests) throws Exception {
        Tally tally = new Tally();
        try (RoutedFacade facade = RoutedFacade.start(sections)) {
            for (int i = 0; i < requests && tally.outside.isEmpty(); i++) {
                SplittableRandom random = new SplittableRandom(SEED + i);
                for (String upstream : List.of("azure", "openai", "beta", "forbidden")) {
                    boolean away = random.nextInt(3) == 0;
                    facade.respond(
                            upstream,
                            (call, deadline) -> Fixtures.reply(
                                    away ? 429 : 200, reply(call.uri().getPath())));
                }
                HostileRequests hostile = new HostileRequests(SEED + i);
                boolean flat = hostile.coin();
                ObjectNode body = hostile.next(flat);
                facade.post(flat, body);
                facade.sent().forEach(sent -> tally.judge(body, sent));
            }
        }
        return tally;
    }

    private static String reply(String path) {
        return path.endsWith("transcription_sessions")
                ? "{'client_secret':{'value':'ek_example','expires_at':1790000600}}"
                : "{'value':'ek_example','expires_at':1790000600,'session':{'type':'transcription'}}";
    }

    /** What left for which upstream, and the first that was outside. */
    private static final class Tally {

        private final Map<String, Integer> upstreams = new HashMap<>();
        private Optional<String> outside = Optional.empty();

        void judge(ObjectNode request, Sent sent) {
            upstreams.merge(sent.upstream(), 1, Integer::sum);
            Set<String> allowed = ALLOWED.getOrDefault(sent.upstream(), Set.of());
            JsonNode body = sent.call().body();
            boolean inside = ALLOWED.containsKey(sent.upstream())
                    && models(body).allMatch(model -> allowed.contains(vendors(sent.upstream(), model)))
                    && !(body.at("/session/type").asText().equals("realtime")
                            && !body.at("/session").has("model"));
            if (!inside) {
                outside = Optional.of(request + " was sent to " + sent.upstream() + " as " + body);
            }
        }

        /** Of every member that names one; a block that transcribes without a name is none that is allowed. */
        private static Stream<String> models(JsonNode body) {
            Stream<String> session = body.at("/session").has("model")
                    ? Stream.of(body.at("/session/model").asText())
                    : Stream.empty();
            Stream<String> blocks = Stream.of("/session/audio/input/transcription", "/input_audio_transcription")
                    .map(body::at)
                    .filter(JsonNode::isObject)
                    .map(block -> block.path("model").asText());
            return Stream.concat(session, blocks);
        }

        private static String vendors(String upstream, String model) {
            return upstream.equals("azure") ? AT_AZURE.getOrDefault(model.toLowerCase(Locale.ROOT), model) : model;
        }
    }
}
