package dev.ephemint.conformance.record;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.vendor.VendorReaction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** A vendor that repeats the caller's key, and its own secrets, wherever a response has room. */
final class LeakingVendor {
    static final String KEY = "sk-proj-Zk9pQ2xW7vTn4LsYb1Rm";
    static final String TOKEN = "ek_68af296e8e408191a1120ab6383263c5";
    static final String JWT = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhIn0.c2lnbmF0dXJlLWlzLWxvbmc";
    static final String ORGANIZATION = "org-aB3dE5fG7hJ9kL1m";
    static final String PROJECT = "proj_Q7w8E9r0T1y2U3i4";
    static final String REQUEST = "req_0123456789abcdef0123456789abcdef";
    static final String UUID = "c0d6e5c5-6e40-4039-a4e1-cd21f985cae1";
    static final String PERSON = "jane.doe@example.com";
    static final String RESOURCE = "contoso-speech";

    static final List<String> SECRETS =
            List.of(KEY, TOKEN, JWT, ORGANIZATION, PROJECT, REQUEST, UUID, PERSON, RESOURCE, "acme-mcp-credential");

    private LeakingVendor() {}

    static VendorReaction reaction() {
        return VendorReaction.response(response());
    }

    static Message response() {
        return Message.response(200, body())
                .with("Content-Type", "application/json")
                .with("X-Request-Id", REQUEST)
                .with("apim-request-id", UUID)
                .with("OpenAI-Organization", ORGANIZATION)
                .with("OpenAI-Project", PROJECT)
                .with("X-Echo", KEY)
                .with("Set-Cookie", "session=" + TOKEN)
                .with("Location", "https://" + RESOURCE + ".openai.azure.com/x?api-key=" + KEY)
                .with("Retry-After", "3");
    }

    private static String body() {
        return """
                {"value": %s, "expires_at": 1790000060,
                 "session": {"type": "transcription", "object": "realtime.transcription_session",
                  "id": "sess_C9CiUVUzUzYIssh3ELY1d", "tools": [{"type": "mcp", "authorization": "acme-mcp-credential",
                   "headers": {"X-Any": "acme-mcp-credential"}}], "speed": 1.50, "nothing": null, "big": 12345678901234567890},
                 "client_secret": %s, "%s": 1, "messages": [%s]}
                """.formatted(
                        text(TOKEN),
                        text(JWT),
                        KEY,
                        String.join(
                                ", ",
                                forms(KEY).stream().map(LeakingVendor::text).toList()))
                .replace(
                        "]}\n",
                        ", " + text(sentence()) + ", " + text(text(text(sentence()))) + ", " + text(nested()) + ", \""
                                + unicode(KEY) + "\"]}\n");
    }

    private static String sentence() {
        return "Incorrect API key provided: sk-proj-********Rm. Organization " + ORGANIZATION + ", project " + PROJECT
                + ", " + PERSON + ", request ID " + REQUEST + ", " + UUID + ", https://" + RESOURCE
                + ".openai.azure.com/openai, Bearer " + KEY + ", /subscriptions/" + UUID + "/" + RESOURCE;
    }

    private static String nested() {
        return "{\"error\": {\"user\": \"" + PERSON + "\", \"value\": \"" + TOKEN + "\", \"inner\": "
                + text("{\"key\":\"" + KEY + "\"}") + "}}";
    }

    /** The key as a gateway or a log may write it. */
    static List<String> forms(String key) {
        List<String> forms = new ArrayList<>(List.of(key, key.toUpperCase(Locale.ROOT)));
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        forms.add("got " + Base64.getEncoder().encodeToString(bytes));
        forms.add("got " + HexFormat.of().formatHex(bytes));
        forms.add("got " + key.replace("-", "%2D"));
        forms.add("got " + unicode(key));
        forms.add("got " + key.substring(0, 14) + " and " + key.substring(12));
        return forms;
    }

    private static String unicode(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(c -> escaped.append("\\u%04x".formatted(c)));
        return escaped.toString();
    }

    private static String text(String text) {
        return ExactJson.write(TextNode.valueOf(text));
    }
}
