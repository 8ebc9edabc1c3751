package dev.ephemint.server.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.contract.ContractJson;
import dev.ephemint.contract.redaction.Redactor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;

class LogEncoderTest {

    private static final String HOSTILE = "a\"b\\c\r\nd\u2028e\u202ef\u2066g\u007fh\u0085i";

    private final TextEncoder text = new TextEncoder();
    private final JsonLinesEncoder json = new JsonLinesEncoder();

    @Test
    void textQuotesStringsButNotNumbers() {
        LoggingEvent event = event("completed", null, pair("status", 200), pair("route", "/v1"), pair("none", null));

        assertThat(line(text, event))
                .isEqualTo("2026-11-25T18:00:00.123Z INFO  RequestLog completed status=200 route=\"/v1\""
                        + " request_id=\"req_1\"\n");
    }

    @Test
    void textEscapesLineBreaksAndControlCharacters() {
        LoggingEvent event = event("said\n" + HOSTILE, null, pair("model", HOSTILE));

        assertThat(line(text, event))
                .contains("said\\u000aa\"b\\c\\u000d\\u000ad\\u2028e\\u202ef\\u2066g\\u007fh\\u0085i model=")
                .contains("model=\"a\\\"b\\\\c\\u000d\\u000ad\\u2028e\\u202ef\\u2066g\\u007fh\\u0085i\"")
                .satisfies(line -> assertThat(line.strip().lines()).hasSize(1));
    }

    @Test
    void jsonIsOneFlatObjectWithNumbers() throws Exception {
        LoggingEvent event = event(
                "completed", null, pair("status", 200), pair("big", 1L << 40), pair("ok", true), pair("message", "x"));

        JsonNode line = ContractJson.mapper().readTree(line(json, event));

        assertThat(line)
                .isEqualTo(ContractJson.mapper()
                        .readTree("{\"timestamp\":\"2026-11-25T18:00:00.123Z\",\"level\":\"INFO\","
                                + "\"logger\":\"RequestLog\",\"message\":\"completed\",\"status\":200,"
                                + "\"big\":1099511627776,\"ok\":true,\"request_id\":\"req_1\"}"));
    }

    @Test
    void jsonIsVisibleAscii() throws Exception {
        String line = line(json, event(HOSTILE + "\u00e9", null));

        assertThat(line.strip()).matches("[ -~]+");
        assertThat(ContractJson.mapper().readTree(line).path("message").textValue())
                .isEqualTo(HOSTILE + "\u00e9");
    }

    @Test
    void includesTheStackTrace() throws Exception {
        LoggingEvent event = event("unexpected fault", new IllegalStateException("planted\u202e"));

        assertThat(line(text, event)).contains("IllegalStateException: planted\\u202e\n    at dev.ephemint");
        assertThat(ContractJson.mapper()
                        .readTree(line(json, event))
                        .path("stack")
                        .textValue())
                .contains("IllegalStateException", "\tat dev.ephemint");
    }

    @Test
    void hidesCredentialsInEveryPartOfTheEvent() {
        LoggingEvent event =
                event("key sown-4711", new IllegalStateException("sown-4711"), pair("a", "sown-4711"), pair("b", 1));

        for (LogEncoder encoder : List.of(text, json)) {
            encoder.hide(Redactor.of(List.of("sown-4711")));

            assertThat(line(encoder, event)).contains("key [redacted]").doesNotContain("sown");
        }
    }

    @Test
    void hidesCredentialsAddedLaterAndEarlier() {
        for (LogEncoder encoder : List.of(text, json)) {
            encoder.hide(Redactor.of(List.of("sown-4711")));
            encoder.alsoHide(Redactor.of(List.of("reaped-0815")));

            assertThat(line(encoder, event("sown-4711 reaped-0815", null)))
                    .contains("[redacted] [redacted]")
                    .doesNotContain("4711", "0815");
        }
    }

    @Test
    void hasNeitherHeaderNorFooter() {
        assertThat(text.headerBytes()).isEmpty();
        assertThat(text.footerBytes()).isEmpty();
    }

    private static KeyValuePair pair(String name, @Nullable Object value) {
        return new KeyValuePair(name, value);
    }

    private static String line(LogEncoder encoder, LoggingEvent event) {
        return new String(encoder.encode(event), StandardCharsets.UTF_8);
    }

    private static LoggingEvent event(String message, @Nullable Throwable thrown, KeyValuePair... pairs) {
        LoggingEvent event = new LoggingEvent(
                "", new LoggerContext().getLogger("dev.ephemint.http.RequestLog"), Level.INFO, message, thrown, null);
        event.setTimeStamp(1_795_629_600_123L);
        event.setMDCPropertyMap(Map.of("request_id", "req_1"));
        for (KeyValuePair pair : pairs) {
            event.addKeyValuePair(pair);
        }
        return event;
    }
}
