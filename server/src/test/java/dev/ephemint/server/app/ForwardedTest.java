package dev.ephemint.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.contract.ContractJson;
import dev.ephemint.server.caller.CallerKey;
import dev.ephemint.server.caller.TestKeys;
import dev.ephemint.server.http.LogCapture;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a request comes from, by what a proxy forwards and what a caller pretends. */
final class ForwardedTest {

    private final CallerKey key = CallerKey.random();

    /** Of several headers, {@code &} stands between them; {@code self} is the service's own address. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // A listed proxy.
                "127.0.0.1 | x-forwarded | X-Forwarded-For: 203.0.113.7 & X-Forwarded-Proto: https & X-Forwarded-Host: mint.example | 203.0.113.7 | wss://mint.example",
                "127.0.0.0/8 | x-forwarded | X-Forwarded-For: 203.0.113.7:4711 & X-Forwarded-Host: mint.example:8443 | 203.0.113.7 | ws://mint.example:8443",
                "127.0.0.1 | x-forwarded | X-Forwarded-For: 2001:db8::7 & X-Forwarded-Proto: HTTPS | [2001:db8::7] | wss://self",
                "127.0.0.1 | forwarded | Forwarded: For=203.0.113.7;Proto=https;host=mint.example | 203.0.113.7 | wss://mint.example",
                "127.0.0.1 | forwarded | Forwarded: for=\"[2001:db8::7]:4711\";host=\"mint.example:8443\" | [2001:db8::7] | ws://mint.example:8443",
                // Not listed: the headers are ignored.
                "10.0.0.0/8 | x-forwarded | X-Forwarded-For: 203.0.113.7 & X-Forwarded-Proto: https & X-Forwarded-Host: mint.example | 127.0.0.1 | ws://self",
                "10.0.0.0/8 | forwarded | Forwarded: for=203.0.113.7;proto=https;host=mint.example | 127.0.0.1 | ws://self",
                // The caller wrote the first elements, and the proxy appended the last one.
                "127.0.0.1 | x-forwarded | X-Forwarded-For: 6.6.6.6, 203.0.113.7 | 203.0.113.7 | ws://self",
                "127.0.0.1 | x-forwarded | X-Forwarded-For: 6.6.6.6 & X-Forwarded-For: 203.0.113.7 | 203.0.113.7 | ws://self",
                "127.0.0.1 | x-forwarded | X-Forwarded-For: 127.0.0.1, 203.0.113.7 | 203.0.113.7 | ws://self",
                "127.0.0.1 | x-forwarded | X-Forwarded-For: 203.0.113.7 & X-Forwarded-Host: mint.example, self.invalid & X-Forwarded-Proto: https, http | 203.0.113.7 | 403",
                "127.0.0.1 | forwarded | Forwarded: for=6.6.6.6;proto=https;host=mint.example, for=203.0.113.7 | 203.0.113.7 | ws://self",
                "127.0.0.1 | forwarded | Forwarded: for=6.6.6.6;host=mint.example & Forwarded: for=203.0.113.7 | 203.0.113.7 | ws://self",
                // Two listed proxies, the inner one of which appended the outer one's address.
                "127.0.0.1,10.0.0.0/8 | x-forwarded | X-Forwarded-For: 6.6.6.6, 203.0.113.7, 10.0.0.5 & X-Forwarded-Proto: http, https, http | 203.0.113.7 | wss://self",
                "127.0.0.1,10.0.0.0/8 | forwarded | Forwarded: for=6.6.6.6, for=203.0.113.7;proto=https, for=10.0.0.5;proto=http | 203.0.113.7 | wss://self",
                "127.0.0.1,10.0.0.0/8 | x-forwarded | X-Forwarded-For: 10.0.0.9, 10.0.0.5 | 10.0.0.9 | ws://self",
                // The other kind of header, which the proxy let pass.
                "127.0.0.1 | x-forwarded | Forwarded: for=6.6.6.6;proto=https;host=mint.example | 127.0.0.1 | ws://self",
                "127.0.0.1 | x-forwarded | Forwarded: for=6.6.6.6;host=mint.example & X-Forwarded-For: 203.0.113.7 | 203.0.113.7 | ws://self",
                "127.0.0.1 | forwarded | X-Forwarded-For: 6.6.6.6 & X-Forwarded-Host: mint.example | 127.0.0.1 | ws://self",
                // Headers that nothing reads.
                "127.0.0.1 | x-forwarded | X-Forwarded-Server: mint.example & X-Forwarded-Port: 443 & X-Proxied-Https: on & Proxy-Ssl-Id: 1 & Proxy-auth-cert: 1 | 127.0.0.1 | ws://self",
                "127.0.0.1 | x-forwarded | X-Real-IP: 6.6.6.6 & X-Client-IP: 6.6.6.6 & True-Client-IP: 6.6.6.6 | 127.0.0.1 | ws://self",
                // What is no address, no scheme, or a host that is not allowed.
                "127.0.0.1 | x-forwarded | X-Forwarded-For: unknown | 127.0.0.1 | ws://self",
                "127.0.0.1 | x-forwarded | X-Forwarded-For: localhost | 127.0.0.1 | ws://self",
                "127.0.0.1 | x-forwarded | X-Forwarded-For: 203.0.113.7 evil=1 | 127.0.0.1 | ws://self",
                "127.0.0.1 | forwarded | Forwarded: for=_hidden;proto=https | 127.0.0.1 | wss://self",
                "10.0.0.0/8 | forwarded | Forwarded: for=\"203.0.113.7 | 127.0.0.1 | ws://self",
                "127.0.0.1 | x-forwarded | X-Forwarded-Proto: javascript | 127.0.0.1 | ws://self",
                "127.0.0.1 | x-forwarded | X-Forwarded-For: 203.0.113.7 & X-Forwarded-Host: evil.example | 203.0.113.7 | 403",
                "127.0.0.1 | forwarded | Forwarded: for=203.0.113.7;host=evil.example | 203.0.113.7 | 403"
            })
    void readsWhatListedProxiesForwardAndNothingElse(
            String proxies, String kind, String headers, String address, String socket) throws Exception {
        try (LogCapture log = LogCapture.open();
                Facade facade = start(proxies, kind)) {
            HttpResponse<String> response = mint(facade, headers);

            if (socket.equals("403")) {
                assertThat(response.statusCode()).isEqualTo(403);
                assertThat(response.body()).contains("host_not_allowed");
            } else {
                assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
                String url = ContractJson.mapper()
                        .readTree(response.body())
                        .at("/connect/websocket/url")
                        .textValue();
                assertThat(url).startsWith(socket.replace("self", facade.uri().getAuthority()) + "/v1/realtime?");
            }
            assertThat(log.lines().filter(line -> line.contains("request completed")))
                    .singleElement()
                    .asString()
                    .contains("client_address=\"" + address + "\"");
        }
    }

    private Facade start(String proxies, String kind) {
        Map<String, String> settings = new HashMap<>();
        settings.put("server.port", "0");
        settings.put("server.allowed-hosts", "mint.example");
        settings.put("server.trusted-proxies", proxies);
        settings.put("server.forwarded-header", kind);
        settings.put("auth.pepper", TestKeys.PEPPER);
        settings.put("callers", "{web: {keys: [" + TestKeys.entry(key) + "]}}");
        return Facade.start(settings);
    }

    private HttpResponse<String> mint(Facade facade, String headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(facade.uri().resolve("/v1/realtime/client_secrets"))
                .header("authorization", "Bearer " + key.reveal())
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString("{\"session\":{\"type\":\"transcription\"}}"));
        for (String header : headers.split(" & ", -1)) {
            request.header(header.split(": ", 2)[0], header.split(": ", 2)[1]);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }
}
