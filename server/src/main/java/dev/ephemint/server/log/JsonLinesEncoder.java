package dev.ephemint.server.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One flat JSON object on each line: {@code timestamp}, {@code level}, {@code logger}, {@code message}, then the fields of
 * the event; numbers are numbers. All of it is visible ASCII.
 */
public final class JsonLinesEncoder extends LogEncoder {

    private static final ObjectWriter WRITER = JsonMapper.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build()
            .writer(new DeleteEscaped());

    @Override
    String line(ILoggingEvent event) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put(
                "timestamp",
                Instant.ofEpochMilli(event.getTimeStamp())
                        .truncatedTo(ChronoUnit.MILLIS)
                        .toString());
        line.put("level", event.getLevel().toString());
        line.put("logger", shortName(event));
        line.put("message", message(event));
        fields(event).forEach(line::putIfAbsent);
        String trace = trace(event);
        if (!trace.isEmpty()) {
            line.put("stack", trace);
        }
        try {
            return WRITER.writeValueAsString(line) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a map that cannot be written", impossible);
        }
    }

    /** JSON's own escapes, and DEL, which it allows. */
    private static final class DeleteEscaped extends CharacterEscapes {

        private static final long serialVersionUID = 1L;

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] codes = standardAsciiEscapesForJSON();
            codes[0x7f] = ESCAPE_STANDARD;
            return codes;
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int character) {
            return null;
        }
    }
}
