package dev.ephemint.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.client.FakeService.Reply;
import dev.ephemint.client.example.FirstSecret;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReadmeExampleTest {

    private static final Path README = Path.of("../README.md");
    private static final Path EXAMPLE = Path.of("src/test/java/dev/ephemint/client/example/FirstSecret.java");
    private static final Pattern JAVA = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

    @Test
    void itRuns() {
        String minted = """
                {"value":"ek_example","expires_at":1790000600,"session":{"type":"transcription"},
                 "connect":{"websocket":{"url":"wss://vendor.example/v1/realtime?intent=transcription"}}}""";
        try (FakeService service = new FakeService(Reply.json(200, minted))) {
            assertThat(printed(() -> FirstSecret.main(service.url())))
                    .isEqualToIgnoringNewLines(
                            "ek_example opens wss://vendor.example/v1/realtime?intent=transcription");
        }
    }

    @Test
    void theReadmeShowsWhatRuns() throws IOException {
        Matcher java = JAVA.matcher(Files.readString(README));
        assertThat(java.find()).isTrue();
        String shown = java.group(1).replace("\"http://127.0.0.1:8080\"", "arguments[0]");

        assertThat(Files.readString(EXAMPLE).replaceAll("\\s", "")).contains(shown.replaceAll("\\s", ""));
    }

    private static String printed(Runnable program) {
        PrintStream console = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            program.run();
        } finally {
            System.setOut(console);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }
}
