package dev.ephemint.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ephemint.server.dialect.UpstreamCall;
import dev.ephemint.server.settings.LogFormat;
import dev.ephemint.server.settings.Settings;
import dev.ephemint.server.settings.reader.SettingsReader;
import dev.ephemint.server.settings.reader.Sources;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A key that replaces the configured one in its file is hidden as the configured one is. */
final class KeyRotationTest {

    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();

    @BeforeEach
    void attach() {
        root().detachAppender("stdout");
        appender.setName("stdout");
        appender.setContext(context);
        root().addAppender(appender);
    }

    @AfterEach
    void detach() {
        root().detachAppender(appender);
        appender.stop();
    }

    @Test
    void theLogHidesTheNewKeyAndTheOldOne(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("key"), "planted-4711-before");
        Settings settings = SettingsReader.read(
                Sources.of(Map.of("upstream.url", "https://vendor.example", "openai.api-key-file", file.toString())));
        Logging.use(LogFormat.TEXT, settings.redactor());
        Upstream upstream = Upstream.of(settings, "https://vendor.example");

        Files.writeString(file, "sown-0815-and-longer-than-before");
        UpstreamCall signed = upstream.credential()
                .sign(new UpstreamCall(URI.create("https://vendor.example"), JsonNodeFactory.instance.objectNode()));

        assertThat(signed.headers()).containsEntry("authorization", "Bearer sown-0815-and-longer-than-before");
        assertThat(line("planted-4711-before, sown-0815-and-longer-than-before"))
                .contains("[redacted], [redacted]")
                .doesNotContain("4711", "0815");
    }

    private String line(String message) {
        LoggingEvent event = new LoggingEvent("", root(), Level.INFO, message, null, null);
        return new String(appender.getEncoder().encode(event), StandardCharsets.UTF_8);
    }

    private ch.qos.logback.classic.Logger root() {
        return context.getLogger(Logger.ROOT_LOGGER_NAME);
    }
}
