package dev.ephemint.server.http.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.contract.FailureCodes;
import dev.ephemint.server.http.RunningEdge;
import dev.ephemint.server.http.Tokens;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BrowserResourceTest {

    private static final BrowserModule MODULE = BrowserModule.load();

    /** Not the built files, among which moved ones may remain. */
    private static final Path SOURCES = Path.of("src/main/resources/dev/ephemint/server/browser/v1");

    private static final Pattern REFERENCE = Pattern.compile("['\"]\\./([\\w.-]+)['\"]");

    /** Without the page, too: an app's own page uses the module. */
    @Test
    void servesEveryFileAtBothAddresses() throws Exception {
        try (RunningEdge edge = RunningEdge.over(Tokens.echoing())) {
            for (Map.Entry<String, PageFile> file : MODULE.files().entrySet()) {
                for (String version : List.of("v1", MODULE.version())) {
                    assertThat(edge.bytes("/browser/" + version + "/" + file.getKey()))
                            .as(file.getKey())
                            .isEqualTo(file.getValue().bytes());
                }
            }
        }
    }

    @Test
    void isRevalidatedAtTheStableAddressAndImmutableAtTheOther() throws Exception {
        try (RunningEdge edge = RunningEdge.over(Tokens.echoing())) {
            HttpResponse<String> stable = edge.get("/browser/v1/ephemint.js");
            String location = header(stable, "content-location");
            HttpResponse<String> immutable = edge.get(location);
            HttpResponse<String> again =
                    edge.send(edge.request("/browser/v1/ephemint.js").header("if-none-match", header(stable, "etag")));

            assertThat(header(stable, "content-type")).isEqualToIgnoringCase("text/javascript;charset=utf-8");
            assertThat(header(stable, "cache-control")).isEqualTo("no-cache");
            assertThat(header(stable, "x-content-type-options")).isEqualTo("nosniff");
            assertThat(location).isEqualTo("/browser/" + MODULE.version() + "/ephemint.js");
            assertThat(header(immutable, "cache-control")).isEqualTo("public, max-age=31536000, immutable");
            assertThat(immutable.body()).isEqualTo(stable.body());
            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/browser/",
                "/browser/v1/",
                "/browser/v1/missing.js",
                "/browser/v2/ephemint.js",
                "/browser/0000000000000000/ephemint.js",
                "/browser/v1/..%2F..%2Fspeech.wav",
                "/browser/ephemint.js"
            })
    void servesNothingElse(String path) throws Exception {
        try (RunningEdge edge = RunningEdge.over(Tokens.echoing())) {
            assertThat(edge.get(path).statusCode()).isIn(400, 404);
        }
    }

    @Test
    void isReadOnly() throws Exception {
        try (RunningEdge edge = RunningEdge.over(Tokens.echoing())) {
            HttpResponse<String> head =
                    edge.send(edge.request("/browser/v1/ephemint.js").method("HEAD", BodyPublishers.noBody()));

            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.body()).isEmpty();
            assertThat(edge.post("/browser/v1/ephemint.js", "{}").statusCode()).isEqualTo(405);
        }
    }

    /** Types and worklet beside what the entry imports: no file too few and none too many. */
    @Test
    void listsTheFilesThatTheEntryReferences() throws Exception {
        Set<String> named = new TreeSet<>(Set.of("ephemint.js"));
        Deque<String> unread = new ArrayDeque<>(named);
        while (!unread.isEmpty()) {
            REFERENCE
                    .matcher(text(unread.remove()))
                    .results()
                    .map(match -> match.group(1))
                    .filter(named::add)
                    .forEach(unread::add);
        }

        try (Stream<Path> present = Files.list(SOURCES)) {
            assertThat(MODULE.files()).containsOnlyKeys(named);
            assertThat(present.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(named);
        }
    }

    /** It is small, it runs as it is, and it writes nothing to the console or the page. */
    @Test
    void importsNothingElseAndLogsNothing() {
        for (String name : MODULE.files().keySet()) {
            assertThat(text(name))
                    .as(name)
                    .doesNotContain("console.", "localStorage", "document.", "innerHTML", "eval(");
            assertThat(Pattern.compile("from '(?!\\./)").matcher(text(name)).find())
                    .as(name)
                    .isFalse();
        }
        assertThat(MODULE.files().values().stream().mapToInt(file -> file.bytes().length))
                .allMatch(bytes -> bytes < 16384);
    }

    /** What the module knows of failures is a copy of the table for all. */
    @ParameterizedTest
    @CsvSource({"FINAL, true", "PASSING, false"})
    void knowsTheCodesOfTheContract(String name, boolean isFinal) {
        String list = text("retry.js").split("const " + name + " = \\[", -1)[1].split("]", -1)[0];
        List<String> codes = Arrays.stream(list.split(",", -1))
                .map(code -> code.strip().replace("'", ""))
                .filter(code -> !code.isEmpty())
                .toList();

        assertThat(codes)
                .containsExactlyInAnyOrderElementsOf(FailureCodes.ALL.stream()
                        .filter(code -> code.kind().isFinal() == isFinal)
                        .map(code -> code.code())
                        .toList());
    }

    private static String text(String name) {
        return new String(Objects.requireNonNull(MODULE.files().get(name), name).bytes(), StandardCharsets.UTF_8);
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
