package dev.ephemint.conformance.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpServer;
import dev.ephemint.conformance.Facades;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.scenario.Gateway;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The documented five lines, served by another server, in front of the sandbox and through its list of origins. */
final class OtherOriginTest {

    private static final Path DOCUMENT = Path.of("../server/docs/browser-module.md");
    private static final Path SAMPLE = Path.of("../server/src/main/resources/dev/ephemint/server/speech.wav");
    private static final Pattern FIVE_LINES =
            Pattern.compile("<!-- five lines -->\n```html\n(.*?)```\n<!-- /five lines -->", Pattern.DOTALL);

    @Test
    void captionsAPageOfAListedOriginOnly() throws Exception {
        Optional<Path> chromium = Command.find("chromium", "chromium-browser", "google-chrome");
        assumeTrue(chromium.isPresent(), "needs Chromium");
        HttpServer listed = server();
        HttpServer unlisted = server();
        try (Gateway.Running facade =
                Facades.start(Map.of("server.port", "0", "server.cors-origins", origin(listed)))) {
            for (HttpServer server : new HttpServer[] {listed, unlisted}) {
                serve(
                        server,
                        fiveLines().replace("https://mint.example", facade.uri().toString()));
            }
            String addresses = ExactJson.write(JsonNodeFactory.instance
                    .objectNode()
                    .put("listed", origin(listed))
                    .put("unlisted", origin(unlisted)));

            Command.run(
                    "node",
                    "src/test/page/other-origin.mjs",
                    chromium.orElseThrow().toString(),
                    SAMPLE.toString(),
                    addresses);
        } finally {
            listed.stop(0);
            unlisted.stop(0);
        }
    }

    private static String fiveLines() throws IOException {
        Matcher html = FIVE_LINES.matcher(Files.readString(DOCUMENT));
        assertThat(html.find()).isTrue();
        assertThat(html.group(1)).containsPattern("(?s)<script type=\"module\">\n(?:[^\n]+\n){5}</script>");
        return html.group(1);
    }

    private static HttpServer server() throws IOException {
        return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    private static String origin(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static void serve(HttpServer server, String html) {
        byte[] page = ("<!doctype html><link rel=\"icon\" href=\"data:,\">" + html).getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("content-type", "text/html;charset=utf-8");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.start();
    }
}
