package dev.ephemint.server.http.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.contract.ContractJson;
import dev.ephemint.server.http.RunningEdge;
import dev.ephemint.server.http.Tokens;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PageTest {

    /** Not the built files, among which moved ones may remain. */
    private static final Path SOURCES = Path.of("src/main/resources/dev/ephemint/server/page");

    private static final Pattern REFERENCE = Pattern.compile("[\"'](?:\\./|/page/)([\\w.-]+)[\"']");
    private static final Pattern LANGUAGE = Pattern.compile("data-language=\"(\\w+)\"");

    @ParameterizedTest
    @CsvSource({
        "/, text/html;charset=utf-8",
        "/page/style.css, text/css;charset=utf-8",
        "/page/main.js, text/javascript;charset=utf-8",
        "/page/icon.svg, image/svg+xml",
        "/page/speech.wav, audio/wav"
    })
    void isServedUnderAStrictPolicy(String path, String mediaType) throws Exception {
        try (RunningEdge edge = RunningEdge.withPage()) {
            HttpResponse<String> response = edge.get(path);

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(header(response, "content-type")).isEqualToIgnoringCase(mediaType);
            assertThat(header(response, "content-security-policy"))
                    .startsWith("default-src 'none'; script-src 'self'; style-src 'self'; ")
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(header(response, "x-content-type-options")).isEqualTo("nosniff");
            assertThat(header(response, "cache-control")).isEqualTo("no-store");
            assertThat(header(response, "referrer-policy")).isEqualTo("no-referrer");
            assertThat(header(response, "permissions-policy")).isEqualTo("microphone=(self)");
        }
    }

    /** What a file names, and what that names, is what is listed, and what there is: no file too few and none too many. */
    @Test
    void referencesOnlyFilesThatExist() throws Exception {
        Set<String> named = new TreeSet<>(Set.of("index.html"));
        Deque<String> unread = new ArrayDeque<>(named);
        while (!unread.isEmpty()) {
            namedIn(unread.remove()).filter(named::add).forEach(unread::add);
        }

        assertThat(PageFile.all()).containsOnlyKeys(named);
        assertThat(present()).containsExactlyInAnyOrderElementsOf(named);
    }

    @Test
    void servesEveryListedFile() throws Exception {
        try (RunningEdge edge = RunningEdge.withPage()) {
            for (Map.Entry<String, PageFile> file : PageFile.all().entrySet()) {
                assertThat(edge.bytes("/page/" + file.getKey()))
                        .as(file.getKey())
                        .isEqualTo(file.getValue().bytes());
            }
        }
    }

    /** A page from elsewhere has no business with what runs on its visitor's machine. */
    @ParameterizedTest
    @CsvSource({"127.0.0.1, true", "localhost, true", "mint.example, false"})
    void reachesLoopbackFromLoopbackOnly(String host, boolean reaches) {
        assertThat(PageResource.policy(host).contains("connect-src 'self' ws: wss: https:"))
                .isTrue();
        assertThat(PageResource.policy(host).contains(" http://127.0.0.1:* http://localhost:*"))
                .isEqualTo(reaches);
        assertThat(PageResource.policy(host)).doesNotContain("http: ", "http://*");
    }

    @Test
    void servesTheSampleUnchanged() throws Exception {
        try (RunningEdge edge = RunningEdge.withPage();
                InputStream sample = PageTest.class.getResourceAsStream("/dev/ephemint/server/speech.wav")) {
            assertThat(sample).isNotNull();
            assertThat(edge.bytes("/page/speech.wav")).isEqualTo(sample.readAllBytes());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/page/",
                "/page/missing.js",
                "/page/..%2F..%2Fcontract%2Fmodel-rules.json",
                "/page/../../contract/model-rules.json",
                "/page/%2e%2e/speech.wav",
                "/page/page/main.js",
                "/main.js"
            })
    void servesNothingElse(String path) throws Exception {
        try (RunningEdge edge = RunningEdge.withPage()) {
            assertThat(edge.get(path).statusCode()).isIn(400, 404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/page/main.js", "/page/speech.wav"})
    void isReadOnly(String path) throws Exception {
        try (RunningEdge edge = RunningEdge.withPage()) {
            HttpResponse<String> head = edge.send(edge.request(path).method("HEAD", BodyPublishers.noBody()));
            HttpResponse<String> post = edge.post(path, "{}");

            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.body()).isEmpty();
            assertThat(post.statusCode()).isEqualTo(405);
            assertThat(RunningEdge.json(post).at("/error/type").textValue()).isEqualTo("invalid_request_error");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/page/main.js", "/page/speech.wav"})
    void isNotFoundIfDisabled(String path) throws Exception {
        try (RunningEdge edge = RunningEdge.over(Tokens.echoing())) {
            HttpResponse<String> response = edge.get(path);

            assertThat(response.statusCode()).isEqualTo(404);
            assertThat(RunningEdge.json(response).at("/error/message").textValue())
                    .isEqualTo("Invalid URL (GET " + path + ")");
            assertThat(edge.post(path, "{}").statusCode()).isEqualTo(404);
        }
    }

    /** What the page says of models is a copy of the built-in rules for OpenAI. */
    @Test
    void modelFactsEqualTheModelRules() throws Exception {
        List<JsonNode> rules = new ArrayList<>();
        for (JsonNode rule :
                ContractJson.mapper().readTree(PageTest.class.getResource("/dev/ephemint/contract/model-rules.json"))) {
            if (rule.path("vendors").toString().contains("openai")) {
                rules.add(rule);
            }
        }
        List<String> transcribe = models(rules, rule -> rule.path("transcribes").booleanValue());
        List<String> withoutTurns =
                models(rules, rule -> rule.path("refuses").toString().contains("turn_detection"));

        assertThat(found(Pattern.compile("<option value=\"([^\"]+)\"></option>"), "index.html"))
                .isNotEmpty()
                .isSubsetOf(transcribe);
        assertThat(found(Pattern.compile("'(gpt-[\\w-]+)'"), "form.js"))
                .containsExactlyInAnyOrderElementsOf(withoutTurns);
    }

    private static List<String> models(List<JsonNode> rules, Predicate<JsonNode> which) {
        return rules.stream()
                .filter(which)
                .flatMap(rule -> StreamSupport.stream(rule.path("models").spliterator(), false))
                .map(JsonNode::textValue)
                .toList();
    }

    private static Stream<String> namedIn(String file) {
        return Stream.concat(
                found(REFERENCE, file).stream(), found(LANGUAGE, file).stream().map(language -> language + ".txt"));
    }

    private static List<String> present() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            return Stream.concat(files.map(file -> file.getFileName().toString()), Stream.of("speech.wav"))
                    .toList();
        }
    }

    private static List<String> found(Pattern pattern, String file) {
        byte[] bytes = Objects.requireNonNull(PageFile.all().get(file), file).bytes();
        return pattern.matcher(new String(bytes, StandardCharsets.UTF_8))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
