package dev.ephemint.server.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.ephemint.contract.redaction.Printable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/** {@code 2026-11-25T18:00:00.000Z INFO  RequestLog request completed method="POST" status=200}; only a stack takes more lines. */
public final class TextEncoder extends LogEncoder {

    private static final int LEVEL_WIDTH = 5;

    /** Of most lines, at most. */
    private static final int LENGTH = 512;

    @Override
    String line(ILoggingEvent event) {
        StringBuilder line = new StringBuilder(LENGTH)
                .append(Instant.ofEpochMilli(event.getTimeStamp()).truncatedTo(ChronoUnit.MILLIS))
                .append(' ')
                .append(event.getLevel())
                .append(" "
                        .repeat(Math.max(
                                        0,
                                        LEVEL_WIDTH
                                                - event.getLevel().toString().length())
                                + 1))
                .append(shortName(event))
                .append(' ');
        escape(message(event), "", line);
        fields(event).forEach((name, value) -> {
            line.append(' ').append(name).append('=');
            if (value instanceof String text) {
                escape(text, "\"\\", line.append('"'));
                line.append('"');
            } else {
                line.append(value);
            }
        });
        if (event.getThrowableProxy() != null) {
            trace(event).lines().forEach(frame -> escape(frame.replace("\t", "    "), "", line.append('\n')));
        }
        return line.append('\n').toString();
    }

    /** Characters that end a line or a value, or change how it is shown, as the JSON escapes of them. */
    private static void escape(String text, String special, StringBuilder line) {
        if (isPlain(text)) {
            line.append(text);
            return;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (special.indexOf(c) >= 0) {
                line.append('\\').append(c);
            } else if (Printable.isControlling(c)) {
                line.append("\\u").append(HexFormat.of().toHexDigits(c));
            } else {
                line.append(c);
            }
        }
    }

    /** Whether nothing of it is ever escaped. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
    }
}
