package dev.ephemint.server.http.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.http.RunningEdge;
import dev.ephemint.server.http.Tokens;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DocsResourceTest {

    private static final Pattern REFERENCE = Pattern.compile("(?:href|src)=\"([^\"]+)\"");
    private static final Path POM = Path.of("../pom.xml");

    /** Also without the page for people: it shows what /openapi.yaml says to everyone. */
    @ParameterizedTest
    @CsvSource({
        "/docs, text/html;charset=utf-8",
        "/docs/, text/html;charset=utf-8",
        "/docs/main.js, text/javascript;charset=utf-8",
        "/docs/style.css, text/css;charset=utf-8",
        "/docs/icon.svg, image/svg+xml",
        "/docs/swagger-ui-bundle.js, text/javascript;charset=utf-8",
        "/docs/swagger-ui.css, text/css;charset=utf-8"
    })
    void isServedUnderAStrictPolicy(String path, String mediaType) throws Exception {
        try (RunningEdge edge = RunningEdge.over(Tokens.echoing())) {
            HttpResponse<String> response = edge.get(path);

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(header(response, "content-type")).isEqualToIgnoringCase(mediaType);
            assertThat(header(response, "content-security-policy"))
                    .isEqualTo("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                            + " connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'");
            assertThat(header(response, "x-content-type-options")).isEqualTo("nosniff");
            assertThat(header(response, "referrer-policy")).isEqualTo("no-referrer");
            assertThat(header(response, "cross-origin-opener-policy")).isEqualTo("same-origin");
            assertThat(header(response, "cross-origin-resource-policy")).isEqualTo("same-origin");
        }
    }

    /** A proxy may serve the page under a prefix of its own. */
    @ParameterizedTest
    @ValueSource(strings = {"/docs", "/docs/"})
    void hasRelativeReferencesThatExist(String path) throws Exception {
        try (RunningEdge edge = RunningEdge.over(Tokens.echoing())) {
            Set<String> references = new TreeSet<>();
            REFERENCE.matcher(edge.get(path).body()).results().forEach(found -> references.add(found.group(1)));

            assertThat(references).hasSize(5);
            for (String reference : references) {
                assertThat(reference).doesNotStartWith("/").doesNotContain(":");
                HttpResponse<String> part = edge.get(
                        edge.server().uri().resolve(path).resolve(reference).getPath());
                assertThat(part.statusCode()).as(reference).isEqualTo(200);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs", "/docs/main.js", "/docs/swagger-ui-bundle.js"})
    void isRevalidatedAndNotSentAgain(String path) throws Exception {
        try (RunningEdge edge = RunningEdge.over(Tokens.echoing())) {
            HttpResponse<String> response = edge.get(path);
            HttpResponse<String> again =
                    edge.send(edge.request(path).header("if-none-match", header(response, "etag")));

            assertThat(header(response, "cache-control")).isEqualTo("no-cache");
            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "gzip, deflate, br, zstd", "br, gzip;q=0.5"})
    void isCompressedForWhomAcceptsGzip(String accepted) throws Exception {
        try (RunningEdge edge = RunningEdge.over(Tokens.echoing())) {
            String path = "/docs/swagger-ui-bundle.js";
            HttpResponse<byte[]> response = edge.bytes(edge.request(path).header("accept-encoding", accepted));
            GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(response.body()));

            assertThat(header(response, "content-encoding")).isEqualTo("gzip");
            assertThat(header(response, "vary")).isEqualToIgnoringCase("accept-encoding");
            assertThat(response.body().length).isLessThan(600_000);
            assertThat(plain.readAllBytes()).isEqualTo(edge.bytes(path));
            assertThat(header(response, "etag")).isNotEqualTo(header(edge.get(path), "etag"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "br", "*;q=0"})
    void isNotCompressedForOthers(String accepted) throws Exception {
        try (RunningEdge edge = RunningEdge.over(Tokens.echoing())) {
            HttpResponse<String> response =
                    edge.send(edge.request("/docs/main.js").header("accept-encoding", accepted));

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(header(response, "content-encoding")).isEmpty();
            assertThat(response.body()).contains("SwaggerUIBundle(");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/docs/index.html",
                "/docs/missing.js",
                "/docs/swagger-initializer.js",
                "/docs/docs/main.js",
                "/docs/..%2Fpage%2Findex.html",
                "/docs/%2e%2e/speech.wav"
            })
    void servesNothingElse(String path) throws Exception {
        try (RunningEdge edge = RunningEdge.over(Tokens.echoing())) {
            assertThat(edge.get(path).statusCode()).isIn(400, 404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs", "/docs/swagger-ui.css"})
    void isReadOnly(String path) throws Exception {
        try (RunningEdge edge = RunningEdge.over(Tokens.echoing())) {
            HttpResponse<String> head = edge.send(edge.request(path).method("HEAD", BodyPublishers.noBody()));

            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.body()).isEmpty();
            assertThat(head.headers().firstValueAsLong("content-length")).hasValue(edge.bytes(path).length);
            assertThat(edge.post(path, "{}").statusCode()).isEqualTo(405);
        }
    }

    /** It asks for no credential and calls no operation, so a visitor leaves nothing in it. */
    @Test
    void rendersTheServedContractAndTriesNothing() {
        String script = new String(DocsFile.load("main.js").plain().bytes(), StandardCharsets.UTF_8);

        assertThat(script)
                .contains("'../openapi.json'", "supportedSubmitMethods: []", "validatorUrl: null")
                .doesNotContain("innerHTML", "localStorage", "http:", "https:");
    }

    @Test
    void hasTheLibraryInTheVersionOfThePom() throws Exception {
        String library =
                new String(DocsFile.load("swagger-ui-bundle.js").plain().bytes(), StandardCharsets.UTF_8);
        String version = Files.readString(POM).replaceFirst("(?s).*<swagger-ui.version>([^<]+)<.*", "$1");

        assertThat(library).contains("\"" + version + "\"");
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
